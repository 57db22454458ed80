/// What about a results file deserves a look, measured against what the run promises.
package enum ResultsFinding: Hashable, Sendable {
    /// The file holds nothing at all.
    case noItems
    /// The file cannot be split into rows: all of its bytes, so many, read as a csv header.
    case notSplit(bytes: Int64)
    /// There are fewer or more items than the run counts.
    case itemsDiffer(found: Int, promised: Int)
    /// There are fewer or more items that went well than the run counts.
    case okDiffer(found: Int, promised: Int)
    /// There are fewer or more failures than the run counts.
    case failuresDiffer(found: Int, promised: Int)
    /// Items that went well returned nothing; of so many that went well.
    case emptyOutputs(Int, of: Int)
    /// Rows cannot be read.
    case brokenRows(Int)
    /// Headings of the csv file occur twice or are empty, and were changed.
    case headingsChanged(CSVHeadings)
    /// The file is less than half or more than twice as large as the one before.
    case sizeDiffers(bytes: Int64, previous: Int64)
}

/// What is known of a run from elsewhere.
package struct ResultsPromise: Hashable, Sendable {
    /// The run's payload items, of which each becomes one row.
    package var items: Int?
    /// The run's count of Runs that went well.
    package var ok: Int?
    /// The run's count of Runs that failed.
    package var failed: Int?
    /// Size of the previous run's file.
    package var previousBytes: Int64?

    /// Creates a promise; what is nil is not compared.
    package init(items: Int? = nil, ok: Int? = nil, failed: Int? = nil, previousBytes: Int64? = nil) {
        self.items = items
        self.ok = ok
        self.failed = failed
        self.previousBytes = previousBytes
    }
}

extension ResultsTotals {
    /// What deserves a look, the worst first; empty when all is as promised.
    ///
    /// Ask when the file is read to its end.
    package func findings(against promise: ResultsPromise, fileBytes: Int64) -> [ResultsFinding] {
        var findings: [ResultsFinding] = []
        if items == 0 { findings.append(headerBytes > 0 ? .notSplit(bytes: headerBytes) : .noItems) }
        if let promised = promise.items, promised != items { findings.append(.itemsDiffer(found: items, promised: promised)) }
        // Rows that do not say how they ended cannot contradict a count.
        if unknown == 0 {
            if let promised = promise.ok, promised != ok { findings.append(.okDiffer(found: ok, promised: promised)) }
            if let promised = promise.failed, promised != failed {
                findings.append(.failuresDiffer(found: failed, promised: promised))
            }
        }
        if emptyOutputs > 0 { findings.append(.emptyOutputs(emptyOutputs, of: ok)) }
        if broken > 0 { findings.append(.brokenRows(broken)) }
        if headings != CSVHeadings() { findings.append(.headingsChanged(headings)) }
        if let previous = promise.previousBytes, fileBytes < previous / 2 || fileBytes / 2 > previous {
            findings.append(.sizeDiffers(bytes: fileBytes, previous: previous))
        }
        return findings
    }
}

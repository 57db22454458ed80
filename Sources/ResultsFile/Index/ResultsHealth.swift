/// A fact about a results file that needs attention, compared with what the run reports.
package enum ResultsFinding: Hashable, Sendable {
    /// The file has no items.
    case noItems
    /// The file cannot be split into rows: all of its bytes are read as a csv header.
    case notSplit(bytes: Int64)
    /// The number of items differs from the run's count.
    case itemsDiffer(found: Int, promised: Int)
    /// The number of successful items differs from the run's count.
    case okDiffer(found: Int, promised: Int)
    /// The number of failures differs from the run's count.
    case failuresDiffer(found: Int, promised: Int)
    /// Some successful items returned nothing; `of` counts all successful items.
    case emptyOutputs(Int, of: Int)
    /// This number of rows cannot be read.
    case brokenRows(Int)
    /// Headings of the csv file were empty or occurred twice, and were changed.
    case headingsChanged(CSVHeadings)
    /// The file is less than half or more than twice as large as the previous run's file.
    case sizeDiffers(bytes: Int64, previous: Int64)
}

/// What a run reports about its results.
package struct ResultsPromise: Hashable, Sendable {
    /// The run's payload items; each of them becomes one row.
    package var items: Int?
    /// The run's count of successful Runs.
    package var ok: Int?
    /// The run's count of failed Runs.
    package var failed: Int?
    /// The size of the previous run's file, in bytes.
    package var previousBytes: Int64?

    /// Creates a promise; nil values are not compared.
    package init(items: Int? = nil, ok: Int? = nil, failed: Int? = nil, previousBytes: Int64? = nil) {
        self.items = items
        self.ok = ok
        self.failed = failed
        self.previousBytes = previousBytes
    }
}

extension ResultsTotals {
    /// The findings, the worst first; empty if everything is as promised.
    ///
    /// Valid only once the whole file is read.
    package func findings(against promise: ResultsPromise, fileBytes: Int64) -> [ResultsFinding] {
        var findings: [ResultsFinding] = []
        if items == 0 { findings.append(headerBytes > 0 ? .notSplit(bytes: headerBytes) : .noItems) }
        if let promised = promise.items, promised != items { findings.append(.itemsDiffer(found: items, promised: promised)) }
        // Rows without an outcome cannot contradict a count.
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

package import FoundationEssentials

/// The counts of a file.
package struct ResultsTotals: Hashable, Sendable {
    /// Rows, including broken ones.
    package var items = 0
    /// Successful items.
    package var ok = 0
    /// Items with an error.
    package var failed = 0
    /// Items that did not run and have a reason.
    package var canceled = 0
    /// Rows that cannot be read.
    package var broken = 0
    /// Rows without an outcome.
    package var unknown = 0
    /// Successful items that returned nothing.
    package var emptyOutputs = 0
    /// Blank lines, which are not rows.
    package var blankLines = 0
    /// Bytes before the first row that were read as a csv header; 0 if there is none.
    package var headerBytes: Int64 = 0
    /// What was changed in the headings of a csv file.
    package var headings = CSVHeadings()
    /// Bytes of the rows.
    package var bytes: Int64 = 0
    /// When the earliest item started.
    package var firstStarted: Date?
    /// When the latest item ended.
    package var lastEnded: Date?

    /// Creates empty totals.
    package init() {}

    mutating func count(_ entry: RowEntry, length: Int64) {
        items += 1
        bytes += length
        if entry.isOutputEmpty { emptyOutputs += 1 }
        switch entry.outcome {
        case .ok: ok += 1
        case .failed: failed += 1
        case .canceled: canceled += 1
        case .broken: broken += 1
        case .unknown: unknown += 1
        }
        guard let started = entry.started else { return }
        let date = Date(timeIntervalSince1970: Double(started) / 1_000)
        let end = date.addingTimeInterval(Double(entry.duration ?? 0) / 1_000)
        firstStarted = min(firstStarted ?? date, date)
        lastEnded = max(lastEnded ?? end, end)
    }
}

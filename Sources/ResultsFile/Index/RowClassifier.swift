/// Creates the index entries of rows and counts them.
struct RowClassifier {
    let format: RowFormat
    let longestRow: Int64
    private(set) var totals = ResultsTotals()
    private(set) var apis = APITallies()
    private(set) var groups = FailureGroups()
    private let reader = JSONReader()

    init(_ layout: RowLayout, longestRow: Int64) {
        format = layout.format
        self.longestRow = longestRow
        if case .csv = layout.shape { totals.headerBytes = layout.start }
        totals.headings = layout.headings
    }

    /// Appends the entry of a row: none for a blank line, and several for JSON values that share a line.
    ///
    /// - Parameter bytes: the row, followed by the reader's padding; nil if it is too long to be held.
    mutating func classify(_ span: RowSpan, _ bytes: UnsafeRawBufferPointer?, into entries: inout [RowEntry]) {
        var span = span
        var entry = RowEntry(span)
        if let bytes, span.length <= longestRow {
            let row = format.trimmed(bytes)
            guard let rowStart = row.baseAddress, let start = bytes.baseAddress, !row.isEmpty else {
                totals.blankLines += 1
                return
            }
            span.start += Int64(rowStart - start)
            span.end = span.start + Int64(row.count)
            entry = RowEntry(span)
            read(row, into: &entry)
            if format == .json, entry.fault == .notJSON,
                let values = SharedLine.values(in: row, at: span.start, line: span.line, with: reader)
            {
                for value in values {
                    let text = row[Int(value.start - span.start)..<Int(value.end - span.start)]
                    classify(value, UnsafeRawBufferPointer(rebasing: text), into: &entries)
                }
                return
            }
        } else {
            entry.fault = .tooLong
        }
        if entry.fault != nil { entry.outcome = .broken }
        totals.count(entry, length: span.length)
        entries.append(entry)
    }

    private mutating func read(_ row: UnsafeRawBufferPointer, into entry: inout RowEntry) {
        do throws(RowFault) {
            let found = try format.read(row, with: reader) { Finding($0) }
            entry.shape = found.parts.shape
            entry.outcome = found.parts.outcome
            entry.started = found.times.started
            entry.duration = found.times.duration.map { UInt32(clamping: min($0, Int64(UInt32.max) - 1)) }
            entry.isOutputEmpty = found.parts.isOutputEmpty
            let hasFailed = entry.outcome == .failed
            if let name = found.apiName { entry.api = UInt16(clamping: apis.add(name, hasFailed: hasFailed)) }
            if hasFailed {
                let group = groups.add(
                    code: found.code, message: found.message, row: totals.items, started: entry.started)
                entry.group = UInt16(clamping: group)
            }
        } catch {
            entry.fault = error
        }
    }

    /// The data of a row that the index needs.
    private struct Finding {
        let parts: ItemParts
        let times: ItemTimes
        let apiName: String?
        var code: String?
        var message: String?

        init(_ json: JSONNodes) {
            parts = ItemParts(json)
            times = ItemTimes(parts, in: json)
            apiName = Excerpt.text(parts.apiName, in: json)
            guard parts.outcome == .failed else { return }
            code = Excerpt.text(parts.errorCode, in: json)
            message = Excerpt.text(parts.errorMessage ?? (parts.errorCode == nil ? parts.error : nil), in: json, limit: 512)
        }
    }
}

/// Decides from the first records of a text whether it is csv, and finds its header.
struct CSVEvidence {
    let table: CSVTable
    /// Bytes and lines of the header record; 0 if the first record is data.
    let headerLength: Int
    let headerLines: Int
    /// What was changed in the header's names.
    let headings: CSVHeadings
    /// The byte that ends a record.
    let lineEnd: UInt8

    /// The longest name of a column, in bytes.
    ///
    /// Every record's object repeats the names: a page of text as a name would turn a million short records into a million pages.
    private static let longestName = 1_000

    private static let separators: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

    /// A possible table, with this byte between its fields.
    private struct Candidate {
        let separator: UInt8
        let lineEnd: UInt8
        let records: [RowSpan]
        /// Fields of the first record.
        let width: Int
    }

    /// Creates the evidence; nil if the text is not csv: no separator gives every record the same number of fields, at least two.
    ///
    /// - Parameter isExpected: whether the platform calls it csv; then one column, one record or a ragged table is enough.
    init?(_ head: ArraySlice<UInt8>, isWhole: Bool, isExpected: Bool) {
        let head = Array(head)
        let candidates = Self.separators.compactMap { separator -> Candidate? in
            let lineEnd = Self.lineEnd(head, isWhole: isWhole, separator: separator)
            let records = Self.records(head, isWhole: isWhole, separator: separator, lineEnd: lineEnd)
            let widths = records.map { Self.fields(head, $0, separator).count }
            guard let width = widths.first else { return nil }
            let isTable = width >= 2 && records.count >= 2 && widths.allSatisfy { $0 == width }
            return isExpected || isTable ? Candidate(separator: separator, lineEnd: lineEnd, records: records, width: width) : nil
        }
        guard let best = candidates.max(by: { $0.width < $1.width }), let first = best.records.first else { return nil }
        let header = Self.fields(head, first, best.separator)
        let others = best.records.dropFirst().map { Self.fields(head, $0, best.separator) }
        let hasHeader = Self.isHeader(header, of: others)
        headings = hasHeader ? CSVHeadings(header) : CSVHeadings()
        table = CSVTable(columns: hasHeader ? header : header.map { _ in "" }, separator: best.separator)
        lineEnd = best.lineEnd
        headerLength = hasHeader ? min(Int(first.end) + 1, head.count) : 0
        headerLines = hasHeader ? best.records.dropFirst().first.map { $0.line - 1 } ?? 1 : 0
    }

    /// Whether the first record is a header: its names are not numbers, addresses or pages, and do not recur in their columns.
    ///
    /// The column of row numbers often has no name, and joined tables may repeat some names; at least half of them are distinct.
    private static func isHeader(_ fields: [String], of records: [[String]]) -> Bool {
        let names = fields.filter { !$0.isEmpty }
        guard !names.isEmpty, Set(names).count * 2 >= names.count, names.allSatisfy({ $0.utf8.count <= longestName }) else {
            return false
        }
        guard names.allSatisfy({ Double($0) == nil && !$0.contains("://") }) else { return false }
        let recurring = fields.indices.count { column in
            !fields[column].isEmpty && records.contains { $0.indices.contains(column) && $0[column] == fields[column] }
        }
        // If all names recur, a second table with its header was appended to the first.
        return recurring == 0 || recurring == names.count
    }

    /// A carriage return if no line feed outside quotes ends a record, otherwise a line feed.
    private static func lineEnd(_ head: [UInt8], isWhole: Bool, separator: UInt8) -> UInt8 {
        head.withUnsafeBytes { bytes in
            var byFeed = RecordSplitter(start: 0, line: 1, separator: separator)
            guard byFeed.next(in: bytes, from: 0) == nil else { return LineEnd.feed }
            var byReturn = RecordSplitter(start: 0, line: 1, separator: separator, lineEnd: LineEnd.carriageReturn)
            guard let first = byReturn.next(in: bytes, from: 0) else { return LineEnd.feed }
            // A line feed may follow after the end of the head.
            return isWhole || Int(first.end) + 1 < bytes.count ? LineEnd.carriageReturn : LineEnd.feed
        }
    }

    private static func records(_ head: [UInt8], isWhole: Bool, separator: UInt8, lineEnd: UInt8) -> [RowSpan] {
        var splitter = RecordSplitter(start: 0, line: 1, separator: separator, lineEnd: lineEnd)
        return head.withUnsafeBytes { bytes in
            var records: [RowSpan] = []
            while records.count < 20, let record = splitter.next(in: bytes, from: 0) {
                let isBlank = bytes[Int(record.start)..<Int(record.end)].allSatisfy { $0 == LineEnd.carriageReturn }
                if !isBlank { records.append(record) }
            }
            if isWhole, records.count < 20, let rest = splitter.rest { records.append(rest) }
            return records
        }
    }

    private static func fields(_ head: [UInt8], _ record: RowSpan, _ separator: UInt8) -> [String] {
        head.withUnsafeBytes { bytes in
            let row = UnsafeRawBufferPointer(rebasing: bytes[Int(record.start)..<Int(record.end)])
            let table = CSVTable(columns: [], separator: separator)
            return CSVRecord.fields(RowFormat.csv(table).trimmed(row), separator: separator)
        }
    }
}

/// Reads indexed rows from the file.
struct RowReader {
    private let index: ResultsIndex
    private let reader = JSONReader()

    init(_ index: ResultsIndex) { self.index = index }

    /// The summaries of rows, by number.
    ///
    /// - Parameter limit: the most bytes kept of a text.
    func rows(_ numbers: [Int], limit: Int = Excerpt.length) throws(ResultsError) -> [ResultsRow] {
        var rows: [ResultsRow] = []
        var window = EntryWindow(index.entries)
        for number in numbers {
            guard let entry = try window.entry(number) else { break }
            rows.append(row(number, entry, limit: limit))
        }
        return rows
    }

    /// The summary of a row with a known index entry.
    ///
    /// - Parameter hasFields: whether the fields of the output are read.
    func row(_ number: Int, _ entry: RowEntry, limit: Int = Excerpt.length, hasFields: Bool = true) -> ResultsRow {
        var row = ResultsRow(entry, index: number)
        if entry.fault == nil {
            do throws(RowFault) {
                let bytes = try bytes(entry)
                row = try read(bytes) { json in
                    var row = row
                    row.read(json, limit: limit, hasFields: hasFields)
                    return row
                }
            } catch {
                row.outcome = .broken
                row.fault = error
            }
        }
        if row.fault != nil, let start = try? source(entry, limit: limit + 16) {
            row.excerpt = start.withUnsafeBytes { Excerpt.row($0, limit: limit) }
        }
        return row
    }

    /// One item with all its parts.
    func item(_ number: Int) throws(ResultsError) -> ResultsItem {
        let entry = try entry(number)
        do throws(RowFault) {
            if let fault = entry.fault { throw fault }
            let bytes = try bytes(entry)
            let (tree, parts) = try read(bytes) { (JSONTree(copying: $0), ItemParts($0)) }
            return ResultsItem(row: row(number, entry), tree: tree, parts: parts)
        } catch {
            throw .rowNotReadable(error)
        }
    }

    /// The bytes of a row in the file, at most `limit`.
    func source(_ number: Int, limit: Int) throws(ResultsError) -> [UInt8] { try source(try entry(number), limit: limit) }

    func source(_ entry: RowEntry, limit: Int) throws(ResultsError) -> [UInt8] {
        guard let file = index.rows?.file else { return [] }
        return try file.bytes(at: entry.offset, count: min(Int(entry.length), limit))
    }

    private func entry(_ number: Int) throws(ResultsError) -> RowEntry {
        guard number >= 0, number < index.rowCount, let entry = try index.entries.record(at: number) else {
            throw .noSuchRow(number)
        }
        return entry
    }

    /// A row's bytes, followed by the reader's padding.
    private func bytes(_ entry: RowEntry) throws(RowFault) -> [UInt8] {
        let count = Int(entry.length)
        guard let file = index.rows?.file,
            let bytes = try? file.bytes(at: entry.offset, count: count, padding: JSONReader.padding),
            bytes.count == count + JSONReader.padding
        else { throw .unreadable }
        return bytes
    }

    private func read<Value>(_ padded: [UInt8], _ body: (JSONNodes) -> Value) throws(RowFault) -> Value {
        let format = index.rows?.format ?? .json
        return try padded.withUnsafeBufferPointer { bytes throws(RowFault) in
            let row = UnsafeBufferPointer(rebasing: bytes.dropLast(JSONReader.padding))
            return try format.read(UnsafeRawBufferPointer(row), with: reader, body)
        }
    }
}

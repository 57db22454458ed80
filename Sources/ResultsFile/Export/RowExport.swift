/// Writes the rows of a view, one after another.
struct RowExport {
    private let index: ResultsIndex
    private let format: ExportFormat
    private let reader: RowReader
    private let blocks: RowBlocks?
    private var sink: ExportSink
    private var window: EntryWindow
    private var rows = 0

    /// The most bytes of a cell; common spreadsheets take 32,767 characters.
    private static let cellLength = 32_000

    init(_ index: ResultsIndex, _ format: ExportFormat, to sink: ExportSink) {
        self.index = index
        self.format = format
        self.sink = sink
        reader = RowReader(index)
        window = EntryWindow(index.entries)
        blocks = index.rows.map { RowBlocks($0.file, isFolded: false) }
    }

    mutating func begin() throws(ResultsError) {
        if format == .csv { try sink.write(CSVLine.header.utf8) }
    }

    /// Writes the rows with these numbers, in ascending order.
    mutating func write(_ numbers: [Int]) throws(ResultsError) {
        for number in numbers {
            guard let entry = try window.entry(number) else { return }
            try write(number, entry)
        }
    }

    mutating func end() throws(ResultsError) -> ExportReceipt {
        try sink.flush()
        return ExportReceipt(rows: rows, bytes: sink.bytes)
    }

    private mutating func write(_ number: Int, _ entry: RowEntry) throws(ResultsError) {
        rows += 1
        switch format {
        case .csv: try sink.write(CSVLine.text(reader.row(number, entry, limit: Self.cellLength, hasFields: false)).utf8)
        case .jsonLines: try writeLine(number, entry)
        }
    }

    private mutating func writeLine(_ number: Int, _ entry: RowEntry) throws(ResultsError) {
        if index.rows?.format != .json, entry.fault == nil {
            try sink.write(try reader.item(number).tree.jsonBytes(of: JSONTree.root, .compact))
        } else if entry.fault == .tooLong {
            try copyInPieces(entry)
        } else {
            let (bytes, isOneLine) = try blocks?.withRow(entry) { (Array($0), !$0.contains(0x0A)) } ?? ([], true)
            if isOneLine {
                try sink.write(bytes)
            } else if entry.fault == nil {
                try sink.write(try reader.item(number).tree.jsonBytes(of: JSONTree.root, .compact))
            } else {
                try sink.write(Self.joined(bytes))
            }
        }
        try sink.write(CollectionOfOne(0x0A))
    }

    private mutating func copyInPieces(_ entry: RowEntry) throws(ResultsError) {
        guard let file = index.rows?.file else { return }
        var offset = entry.offset
        while offset < entry.end {
            let piece = try file.bytes(at: offset, count: Int(min(1 << 20, entry.end - offset)))
            if piece.isEmpty { throw .shortened }
            try sink.write(Self.joined(piece))
            offset += Int64(piece.count)
        }
    }

    /// Joins several lines to one.
    private static func joined(_ bytes: [UInt8]) -> [UInt8] { bytes.map { $0 == 0x0A ? 0x20 : $0 } }
}

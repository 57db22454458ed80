/// Splits into one row per csv record (RFC 4180): a line end inside quotes belongs to the record.
struct RecordSplitter {
    private enum Place {
        case fieldStart
        case plain
        case quoted
        /// After a quote inside quotes: the end of the field, or the first half of a doubled quote.
        case afterQuote
    }

    private(set) var position: Int64
    private(set) var rowStart: Int64
    private var rowLine: Int
    private var line: Int
    private var place = Place.fieldStart
    private let separator: UInt8
    private let lineEnd: UInt8

    /// - Parameter lineEnd: the byte that ends a record; a line feed always ends one.
    init(start: Int64, line: Int, separator: UInt8, lineEnd: UInt8 = LineEnd.feed) {
        position = start
        rowStart = start
        rowLine = line
        self.line = line
        self.separator = separator
        self.lineEnd = lineEnd
    }

    var rest: RowSpan? { position > rowStart ? RowSpan(start: rowStart, end: position, line: rowLine) : nil }

    mutating func next(in bytes: UnsafeRawBufferPointer, from start: Int64) -> RowSpan? {
        var offset = Int(position - start)
        defer { position = start + Int64(offset) }
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if byte == LineEnd.feed || byte == lineEnd {
                line += 1
                if place != .quoted { return take(until: start + Int64(offset) - 1) }
            } else {
                advance(over: byte)
            }
        }
        return nil
    }

    private mutating func advance(over byte: UInt8) {
        let isQuote = byte == UInt8(ascii: "\"")
        switch place {
        case .fieldStart: place = isQuote ? .quoted : byte == separator ? .fieldStart : .plain
        case .plain: if byte == separator { place = .fieldStart }
        case .quoted: if isQuote { place = .afterQuote }
        case .afterQuote: place = isQuote ? .quoted : byte == separator ? .fieldStart : .plain
        }
    }

    private mutating func take(until end: Int64) -> RowSpan {
        defer {
            rowStart = end + 1
            rowLine = line
            place = .fieldStart
        }
        return RowSpan(start: rowStart, end: end, line: rowLine)
    }
}

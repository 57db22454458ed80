/// Splits into one row per JSON value: the elements of an array, or consecutive values, over any number of lines.
///
/// It only counts brackets outside strings; the JSON reader decides whether a row is valid.
struct ValueSplitter {
    private enum Place: Equatable {
        case between
        case scalar
        case container
        case string(isEscaped: Bool)
        case end
    }

    private(set) var position: Int64
    private var valueStart: Int64?
    private var valueLine = 1
    private var line: Int
    private var depth = 0
    private var place = Place.between
    /// Whether the values are in an array, whose bracket ends them.
    private var isArray: Bool
    private let isWrapped: Bool
    private var isBehindArray: Bool
    private let lineEnd: UInt8

    /// Starts after the array's bracket, or at the first value.
    ///
    /// - Parameters:
    ///   - isArray: false for consecutive values.
    ///   - isWrapped: whether the array is a member of an object, whose rest contains no rows; after any other array, the
    ///     elements of
    ///     further arrays and all other values are rows.
    ///   - lineEnd: the byte at which lines end.
    init(start: Int64, line: Int, isArray: Bool, isWrapped: Bool = false, lineEnd: UInt8 = LineEnd.feed) {
        position = start
        self.line = line
        self.isArray = isArray
        self.isWrapped = isWrapped
        isBehindArray = false
        self.lineEnd = lineEnd
    }

    var rowStart: Int64 { valueStart ?? position }

    var rest: RowSpan? { valueStart.map { RowSpan(start: $0, end: position, line: valueLine) } }

    mutating func next(in bytes: UnsafeRawBufferPointer, from start: Int64) -> RowSpan? {
        var offset = Int(position - start)
        defer { position = start + Int64(offset) }
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == lineEnd { line += 1 }
            switch place {
            case .between:
                begin(byte, at: start + Int64(offset))
                offset += 1
            case .container:
                offset += 1
                count(byte)
                if depth == 0 { return take(until: start + Int64(offset)) }
            case .string(let isEscaped):
                offset += 1
                // A JSON string never contains a line end: the row is broken, and the next line starts a new row.
                if byte == lineEnd { return take(until: start + Int64(offset) - 1) }
                place =
                    isEscaped || byte != UInt8(ascii: "\"")
                    ? .string(isEscaped: !isEscaped && byte == UInt8(ascii: "\\")) : .container
                if place == .container, depth == 0 { return take(until: start + Int64(offset)) }
            case .scalar:
                if Self.endsScalar(byte) {
                    if byte == lineEnd { line -= 1 }
                    return take(until: start + Int64(offset))
                }
                offset += 1
            case .end:
                offset = bytes.count
            }
        }
        return nil
    }

    private mutating func begin(_ byte: UInt8, at offset: Int64) {
        switch byte {
        case UInt8(ascii: ","): return
        case _ where ContentSniffer.isSpace(byte): return
        case UInt8(ascii: "]") where isArray:
            endArray()
            return
        case UInt8(ascii: "[") where isBehindArray:
            isArray = true
            isBehindArray = false
            return
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            place = .container
            depth = 1
        case UInt8(ascii: "\""): place = .string(isEscaped: false)
        default: place = .scalar
        }
        valueStart = offset
        valueLine = line
    }

    private mutating func endArray() {
        isArray = false
        isBehindArray = true
        if isWrapped { place = .end }
    }

    private mutating func count(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: "\""): place = .string(isEscaped: false)
        default: break
        }
    }

    private static func endsScalar(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "]"): true
        default: ContentSniffer.isSpace(byte)
        }
    }

    private mutating func take(until end: Int64) -> RowSpan? {
        defer {
            valueStart = nil
            depth = 0
            place = .between
        }
        return valueStart.map { RowSpan(start: $0, end: end, line: valueLine) }
    }
}

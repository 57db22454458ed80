/// Finds the beginnings and ends of rows in bytes that arrive in blocks.
///
/// It keeps its position between blocks, so that each byte is read once, however long a row is or however slowly it arrives.
enum RowSplitter {
    case lines(LineSplitter)
    case values(ValueSplitter)
    case records(RecordSplitter)

    /// The next complete row; nil if the bytes end before it does.
    ///
    /// - Parameters:
    ///   - bytes: the available bytes of the file, from `start` on; ``position`` is inside or right after them.
    mutating func next(in bytes: UnsafeRawBufferPointer, from start: Int64) -> RowSpan? {
        switch self {
        case .lines(var splitter):
            defer { self = .lines(splitter) }
            return splitter.next(in: bytes, from: start)
        case .values(var splitter):
            defer { self = .values(splitter) }
            return splitter.next(in: bytes, from: start)
        case .records(var splitter):
            defer { self = .records(splitter) }
            return splitter.next(in: bytes, from: start)
        }
    }

    /// The row that the end of the file cuts off, if any.
    var rest: RowSpan? {
        switch self {
        case .lines(let splitter): splitter.rest
        case .values(let splitter): splitter.rest
        case .records(let splitter): splitter.rest
        }
    }

    /// The file offset of the next byte to read.
    var position: Int64 {
        switch self {
        case .lines(let splitter): splitter.position
        case .values(let splitter): splitter.position
        case .records(let splitter): splitter.position
        }
    }

    /// The file offset from which bytes are still needed.
    var rowStart: Int64 {
        switch self {
        case .lines(let splitter): splitter.rowStart
        case .values(let splitter): splitter.rowStart
        case .records(let splitter): splitter.rowStart
        }
    }
}

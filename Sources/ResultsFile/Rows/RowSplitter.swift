/// Finds where rows begin and end, in bytes that come in blocks.
///
/// It keeps its place between blocks, so no byte is looked at twice however long a row is or however slowly it arrives.
enum RowSplitter {
    case lines(LineSplitter)
    case values(ValueSplitter)
    case records(RecordSplitter)

    /// The row that ends next; nil when the bytes held end before it does.
    ///
    /// - Parameters:
    ///   - bytes: what is held of the file, from `start` on; ``position`` lies in or behind it.
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

    /// The row that the end of the file cuts off, if there is one.
    var rest: RowSpan? {
        switch self {
        case .lines(let splitter): splitter.rest
        case .values(let splitter): splitter.rest
        case .records(let splitter): splitter.rest
        }
    }

    /// The file offset of the next byte to look at.
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

/// A body that is being sent piece by piece.
struct Outgoing {
    private var waiting: ArraySlice<UInt8> = []
    private var reader: PartedReader?
    private var repeated: [UInt8] = []
    /// Bytes still to send; nil for no end.
    private var left: Int64?

    init(_ response: Response) {
        switch response.body {
        case .bytes(let bytes): waiting = bytes[...]
        case .parts(let file, let range): reader = file.reader(of: range)
        case .repeated(let bytes, _, let head):
            waiting = head[...]
            let times = bytes.isEmpty ? 0 : PartedReader.chunk / bytes.count + 1
            repeated = Array(repeatElement(bytes, count: times).joined())
        }
        left = response.isHead ? 0 : response.length
        if let cut = response.cut { left = min(left ?? .max, cut) }
    }

    /// The next piece, of at most this many bytes; nil at the end.
    mutating func next(atMost limit: Int) -> ArraySlice<UInt8>? {
        if let left, left <= 0 { return nil }
        if waiting.isEmpty {
            guard let more = repeated.isEmpty ? reader?.read() : repeated else { return nil }
            waiting = more[...]
        }
        let piece = waiting.prefix(Int(min(Int64(limit), left ?? .max)))
        waiting = waiting.dropFirst(piece.count)
        left = left.map { $0 - Int64(piece.count) }
        return piece.isEmpty ? nil : piece
    }
}

/// Whole rows of a file, followed by the zeros that the JSON reader needs.
struct Block: Sendable {
    /// The file offset of the first byte.
    let start: Int64
    let count: Int
    let storage: [UInt8]

    /// All bytes; the padding after them is readable.
    func withBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        storage.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }

    /// The bytes of a row among them; nil if its beginning was dropped because the row is too long.
    func row(_ span: RowSpan, in bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        guard span.start >= start else { return nil }
        let first = Int(span.start - start)
        return UnsafeRawBufferPointer(rebasing: bytes[first..<(first + Int(span.length))])
    }
}

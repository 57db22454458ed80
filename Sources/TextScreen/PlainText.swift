/// Printable ASCII text: it takes one column per byte and needs no escapes.
enum PlainText {
    /// The most bytes that are examined, so that a long text costs no more than a short one.
    private static let longest = 512

    /// The columns of a plain text; nil if the text may be another one, for which the door is there.
    static func columns(of text: String) -> Int? {
        let columns = text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.count <= longest && bytes.allSatisfy { 0x20 <= $0 && $0 < 0x7F } ? bytes.count : nil
        }
        return columns ?? nil
    }

    /// Calls for each byte of a plain text, in order: a character each.
    static func forEachByte(of text: String, _ body: (UInt8) -> Void) {
        _ = text.utf8.withContiguousStorageIfAvailable { $0.forEach(body) }
    }
}

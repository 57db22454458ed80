/// Text of printable ASCII alone: it takes a column for each byte, and may be shown as it is.
enum PlainText {
    /// The ASCII characters, each as a text.
    static let characters = (UInt8(0)..<128).map { String(Character(Unicode.Scalar($0))) }
    /// The longest text that is looked at, so that the length of a text is no cost.
    private static let longest = 512

    /// The columns of a plain text; nil if the text may be another one, for which the door is there.
    static func columns(of text: some StringProtocol) -> Int? {
        let columns = text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.count <= longest && bytes.allSatisfy { 0x20 <= $0 && $0 < 0x7F } ? bytes.count : nil
        }
        return columns ?? nil
    }

    /// Calls for each character of a plain text, in order.
    static func forEachCharacter(of text: some StringProtocol, _ body: (String) -> Void) {
        _ = text.utf8.withContiguousStorageIfAvailable { bytes in
            for byte in bytes { body(characters[Int(byte)]) }
        }
    }
}

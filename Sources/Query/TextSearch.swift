/// A text to look for in others, in any case of letters.
struct TextSearch {
    private let needle: String
    private let bytes: [UInt8]
    private let isASCII: Bool

    init(_ text: String) {
        needle = text.lowercased()
        bytes = Array(needle.utf8)
        isASCII = bytes.allSatisfy { $0 < 128 }
    }

    /// Whether it occurs in a text.
    func occurs(in text: String) -> Bool {
        guard isASCII else { return text.lowercased().contains(needle) }
        var text = text
        return text.withUTF8 { occurs(in: $0) }
    }

    /// Whether it is the whole text.
    func isWhole(_ text: String) -> Bool {
        text.utf8.count == bytes.count && occurs(in: text) || !isASCII && text.lowercased() == needle
    }

    private func occurs(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first else { return true }
        guard text.count >= bytes.count else { return false }
        return bytes.withUnsafeBufferPointer { needle in
            for start in 0...(text.count - needle.count) where Self.lower(text[start]) == first {
                var length = 1
                while length < needle.count, Self.lower(text[start + length]) == needle[length] { length += 1 }
                if length == needle.count { return true }
            }
            return false
        }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 32 : byte }
}

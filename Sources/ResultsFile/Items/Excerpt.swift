/// Text cut to a length, with an ellipsis where it was longer.
enum Excerpt {
    /// Bytes of a value that a row shows.
    static let length = 240

    /// Bytes of the longest escape, a surrogate pair, and more than those of any character.
    private static let longestEscape = 12

    /// A string value, or any other as compact JSON.
    static func text(_ id: Int?, in json: JSONNodes, limit: Int = length) -> String? {
        guard let id else { return nil }
        let source = json.text(id)
        let enough = limit + longestEscape
        let text = json.string(id, limit: enough) ?? String(decoding: compact(source, limit: enough), as: UTF8.self)
        return cut(text, limit, isCutAlready: source.count - 2 > enough && json.kind(id) == .string)
    }

    /// The first bytes of a row that is no item.
    static func row(_ bytes: UnsafeRawBufferPointer, limit: Int = length) -> String {
        cut(String(decoding: bytes.prefix(limit + longestEscape), as: UTF8.self), limit)
    }

    /// A text of at most so many bytes of UTF-8.
    ///
    /// - Parameter isCutAlready: whether more came behind it, so that its last character or escape may be half of one.
    static func cut(_ text: String, _ limit: Int, isCutAlready: Bool = false) -> String {
        let count = text.utf8.count
        guard count > limit || isCutAlready else { return text }
        let room = isCutAlready ? min(limit, max(0, count - longestEscape)) : limit
        var end = text.utf8.index(text.startIndex, offsetBy: room)
        while end > text.startIndex, end.samePosition(in: text) == nil { end = text.utf8.index(before: end) }
        return String(text[..<end]) + "…"
    }

    /// JSON without the white space outside its strings, up to a length.
    private static func compact(_ source: UnsafeBufferPointer<UInt8>, limit: Int) -> [UInt8] {
        var output: [UInt8] = []
        var isInString = false
        var isEscaped = false
        for byte in source {
            if output.count >= limit { break }
            if !isInString, ContentSniffer.isSpace(byte) { continue }
            output.append(byte)
            if byte == UInt8(ascii: "\""), !isEscaped { isInString.toggle() }
            isEscaped = isInString && !isEscaped && byte == UInt8(ascii: "\\")
        }
        return output
    }
}

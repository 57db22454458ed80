/// Text cut to a length, with an ellipsis if it was longer.
enum Excerpt {
    /// The bytes of a value that a row shows.
    static let length = 240

    /// The length in bytes of the longest escape, a surrogate pair; no character is longer.
    private static let longestEscape = 12

    /// A string value, or any other value as compact JSON.
    static func text(_ id: Int?, in json: JSONNodes, limit: Int = length) -> String? {
        guard let id else { return nil }
        let source = json.text(id)
        let enough = limit + longestEscape
        let text = json.string(id, limit: enough) ?? String(decoding: compact(source, limit: enough), as: UTF8.self)
        return cut(text, limit, isCutAlready: source.count - 2 > enough && json.kind(id) == .string)
    }

    /// The name of a member.
    static func name(_ id: Int, in json: JSONNodes, limit: Int) -> String {
        let source = json.key(id)
        let enough = limit + longestEscape
        return cut(JSONText.decoded(source, limit: enough), limit, isCutAlready: source.count > enough)
    }

    /// The first bytes of a row that is not an item.
    static func row(_ bytes: UnsafeRawBufferPointer, limit: Int = length) -> String {
        cut(String(decoding: bytes.prefix(limit + longestEscape), as: UTF8.self), limit)
    }

    /// A text of at most this many bytes of UTF-8.
    ///
    /// - Parameter isCutAlready: whether the text was cut before, so that its last character or escape may be incomplete.
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

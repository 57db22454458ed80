/// The words that rows of a list must hold to be shown; a client filters, the platform does not (API.md section 2.1).
package struct Filter: Hashable, Sendable {
    /// What was typed.
    package var text = ""

    /// Creates a filter that lets everything through, or one with these words.
    package init(_ text: String = "") {
        self.text = text
    }

    /// Whether it lets everything through.
    package var isEmpty: Bool { words.isEmpty }

    /// The words, in small letters.
    var words: [String] { text.lowercased().split(separator: " ").map(String.init) }

    /// Whether every word stands somewhere in these fields, in any case of letters.
    package func matches(_ fields: [String]) -> Bool {
        Self.matches(fields, words)
    }

    /// Whether every one of these words, which are in small letters, stands somewhere in these fields.
    static func matches(_ fields: [String], _ words: [String]) -> Bool {
        guard !words.isEmpty else { return true }
        let haystack = fields.joined(separator: "\n").lowercased()
        return words.allSatisfy { haystack.contains($0) }
    }
}

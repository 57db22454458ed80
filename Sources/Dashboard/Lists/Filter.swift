/// The words that a row must contain to be shown; filtering is up to the client, not the platform (API.md section 2.1).
package struct Filter: Hashable, Sendable {
    /// The typed text.
    package var text = ""

    /// Creates a filter with these words; without words it passes every row.
    package init(_ text: String = "") {
        self.text = text
    }

    /// Whether the filter passes every row.
    package var isEmpty: Bool { words.isEmpty }

    /// The words in lower case.
    var words: [String] { text.lowercased().split(separator: " ").map(String.init) }

    /// Whether every word occurs in one of these fields, in any case of letters.
    package func matches(_ fields: [String]) -> Bool {
        Self.matches(fields, words)
    }

    /// Whether every one of these lower-case words occurs in one of these fields.
    static func matches(_ fields: [String], _ words: [String]) -> Bool {
        guard !words.isEmpty else { return true }
        let haystack = fields.joined(separator: "\n").lowercased()
        return words.allSatisfy { haystack.contains($0) }
    }
}

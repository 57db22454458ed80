import TextScreen

/// Foreign text in Markdown, where it must not become markup.
enum Markdown {
    /// The columns after which a foreign text is cut.
    private static let longest = 240
    private static let special = Set("\\`*_[]<>#|~&@!")

    /// A foreign text as one line without effects: no markup, no address that becomes a link, no control characters, no secrets in
    /// addresses.
    static func text(_ foreign: String) -> String {
        let start = String(foreign.prefix(4 * longest))
        let line = start.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let safe = ScreenText.clipped(Wording.withoutSecrets(line), columns: longest)
        var escaped = ""
        for character in safe {
            if special.contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        // Viewers of Markdown make links of addresses without being asked.
        return escaped.replacing("://", with: ":\\//").replacing("www.", with: "www\\.")
    }

    /// A foreign name in bold.
    static func name(_ foreign: String) -> String { "**\(text(foreign))**" }
}

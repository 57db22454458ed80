/// Text for man(7): escapes, fonts and lines of at most 80 bytes.
enum Roff {
    /// Prose with `code` in Markdown's manner, wrapped.
    static func text(_ markdown: String) -> String {
        wrapped(inline(markdown))
    }

    /// A paragraph with a tag.
    static func item(_ tag: String, _ markdown: String) -> String {
        ".TP\n\(tag)\n\(text(markdown))"
    }

    /// Text in bold.
    static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }

    /// The name of a value.
    static func value(_ name: String) -> String { "\\fI\(escaped(name))\\fR" }

    /// Prose with `code` in bold and without links, in one line.
    static func inline(_ markdown: String) -> String {
        let plain = markdown.replacing(/\[([^\]`]+)\]\([^)]+\)/) { String($0.1) }.replacing("**", with: "")
        return plain.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .map { $0 % 2 == 1 ? bold(String($1)) : escaped(String($1)) }.joined()
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\e"
            case "-": "\\-"
            case "^": "\\(ha"
            case "~": "\\(ti"
            case "`": "\\(ga"
            case "…": "..."
            case _ where !scalar.isASCII:
                "\\[u\(String(repeating: "0", count: max(0, 4 - hex(scalar).count)))\(hex(scalar))]"
            default: String(scalar)
            }
        }.joined()
    }

    private static func hex(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16, uppercase: true) }

    private static func wrapped(_ text: String) -> String {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, last.utf8.count + word.utf8.count < 79 {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(word.first == "." || word.first == "'" ? "\\&\(word)" : String(word))
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

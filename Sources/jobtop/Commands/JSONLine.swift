import Intuned

/// JSON as it is printed: a terminal may show it, so every character that is not printed is escaped.
enum JSONLine {
    /// The value in one line; secrets are dots.
    static func text(_ value: JSONValue) -> String {
        var line = ""
        for part in value.indented() { line += (line.hasSuffix(",") ? " " : "") + part.drop { $0 == " " } }
        return printable(line)
    }

    /// The value with one line per member and element; secrets are dots.
    static func document(_ value: JSONValue) -> String { printable(value.indented().joined(separator: "\n")) }

    /// The same JSON with an escape for each character that is not printed: outside of texts, JSON has only printed ones.
    ///
    /// Marks of writing direction and controls of C1 could change what a terminal shows.
    static func printable(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }) { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "\n" || !isHidden(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                for unit in String(scalar).utf16 { result += "\\u" + hexadecimal(unit) }
            }
        }
        return result
    }

    /// Whether a terminal may act on the character instead of showing it.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
        default: false
        }
    }

    static func hexadecimal(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}

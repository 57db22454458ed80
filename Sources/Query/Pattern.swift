import Glibc

/// A regular expression of regcomp(3), extended and without regard to the case of letters.
///
/// glibc matches by a set of states, so that no text makes it take for ever, as long as a pattern has no back reference and does
/// not count far: those are refused.
final class Pattern {
    private var compiled = regex_t()

    /// How long a pattern may be, how far it may count, and how much of a text is looked at, in bytes.
    private static let (longest, farthest, mostText) = (200, 100, 65_536)

    /// Reads a pattern; nil when it is not valid or refused.
    init?(_ pattern: String) {
        guard !pattern.isEmpty, pattern.utf8.count <= Self.longest, !pattern.utf8.contains(0), Self.isModest(pattern),
            regcomp(&compiled, pattern, REG_EXTENDED | REG_ICASE | REG_NOSUB) == 0
        else { return nil }
    }

    deinit { regfree(&compiled) }

    /// Whether it matches somewhere in a text.
    func occurs(in text: String) -> Bool {
        let start = text.utf8.count <= Self.mostText ? text : String(decoding: text.utf8.prefix(Self.mostText), as: UTF8.self)
        return regexec(&compiled, start, 0, nil, 0) == 0
    }

    /// Whether it has no back reference, and counts once and not far.
    private static func isModest(_ pattern: String) -> Bool {
        var (isEscaped, digits, counts) = (false, "", 0)
        for character in pattern {
            if isEscaped, character.isNumber { return false }
            isEscaped = character == "\\" && !isEscaped
            if character == "{" { counts += 1 }
            digits = character.isNumber ? digits + String(character) : ""
            if let number = Int(digits), number > farthest, counts > 0 { return false }
        }
        return counts <= 3
    }
}

import Glibc

/// A regular expression of regcomp(3), extended and without regard to the case of letters.
///
/// glibc matches by a set of states, so that no text takes forever, as long as a pattern has no back reference and does
/// not count far: those are refused.
package final class Pattern {
    private var compiled = regex_t()

    /// How long a pattern may be, how far it may count, and how much of a text of a list is looked at, in bytes.
    private static let (longest, farthest, mostText) = (200, 100, 65_536)
    /// Bytes that are looked at in one piece, and how long a match may be to be found where two pieces meet.
    ///
    /// A pattern may need time that grows with the square of a piece.
    private static let (piece, overlap) = (8_192, 2_048)

    /// Reads a pattern; nil when it is not valid or refused.
    package init?(_ pattern: String) {
        guard !pattern.isEmpty, pattern.utf8.count <= Self.longest, !pattern.utf8.contains(0), Self.isModest(pattern),
            regcomp(&compiled, pattern, REG_EXTENDED | REG_ICASE | REG_NOSUB) == 0
        else { return nil }
    }

    deinit { regfree(&compiled) }

    /// Whether it matches somewhere in the first 64 KiB of a text.
    func occurs(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            occurs(in: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes).prefix(Self.mostText))) { true }
        }
    }

    /// Whether it matches somewhere in bytes of any number, which are looked at in pieces.
    ///
    /// - Parameter isWanted: asked before each piece; without a wish for the answer it is false.
    package func occurs(in bytes: UnsafeRawBufferPointer, while isWanted: () -> Bool) -> Bool {
        var start = 0
        var piece: [CChar] = []
        repeat {
            let end = min(start + Self.piece, bytes.count)
            piece.removeAll(keepingCapacity: true)
            // A zero would end the text.
            for byte in bytes[start..<end] { piece.append(byte == 0 ? 0x20 : CChar(bitPattern: byte)) }
            piece.append(0)
            let flags = (start > 0 ? REG_NOTBOL : 0) | (end < bytes.count ? REG_NOTEOL : 0)
            if regexec(&compiled, piece, 0, nil, flags) == 0 { return true }
            if end == bytes.count { return false }
            start = end - Self.overlap
        } while isWanted()
        return false
    }

    /// Whether it has no back reference, and counts seldom and not far.
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

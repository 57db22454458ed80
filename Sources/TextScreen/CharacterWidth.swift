/// The columns that a terminal uses for a character, by Unicode 14.0.
package enum CharacterWidth {
    /// The columns of one scalar by itself: 0, 1 or 2, and -1 for a scalar that cannot be shown.
    ///
    /// The same as glibc 2.36's `wcwidth(3)`, but independent of the locale, for pictures that are the same on every machine.
    /// This glibc does not know the characters that Unicode assigned after version 14.0; they have no width. On a terminal jobtop
    /// asks the installed C library, because curses uses it (`Charset.unicode`).
    package static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0: 0
        case 0x20..<0x7F, 0xA0..<0x300, 0x2500...0x25FC: 1  // nearly every cell; needs no search
        case ..<0xA0: -1
        default: isKnown(scalar) ? columns(ofKnown: scalar) : -1
        }
    }

    private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
        guard let age = scalar.properties.age else { return false }
        return age.major <= 14
    }

    private static func columns(ofKnown scalar: Unicode.Scalar) -> Int {
        if WideRanges.contains(scalar.value) { return 2 }
        switch scalar.properties.generalCategory {
        case .unassigned, .lineSeparator, .paragraphSeparator: return -1
        case .nonspacingMark, .enclosingMark: return 0
        case .format: return isPrepended(scalar.value) ? 1 : 0
        default: return joinsSyllable(scalar.value) ? 0 : 1
        }
    }

    /// Whether the value is a format character with its own shape, which precedes the digits it belongs to.
    private static func isPrepended(_ value: UInt32) -> Bool {
        switch value {
        case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
        default: false
        }
    }

    /// Whether the value is a Hangul vowel or final, or Ahom's medial RA, which are drawn into the cell before them.
    private static func joinsSyllable(_ value: UInt32) -> Bool {
        switch value {
        case 0x1160...0x11FF, 0xD7B0...0xD7C6, 0xD7CB...0xD7FB, 0x1171E: true
        default: false
        }
    }
}

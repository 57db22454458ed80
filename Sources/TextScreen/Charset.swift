/// The set of characters that the terminal can show.
package enum Charset: Hashable, Sendable {
    /// All characters that have a width by this measure.
    case unicode(CharacterMeasure)
    /// The 95 printable characters of ASCII; any other is shown as `?`.
    case ascii

    /// The characters of Unicode 14.0, with widths that are the same on every machine.
    package static let unicode14 = Charset.unicode(.unicode14)

    /// The one-column sign for text that continues beyond the visible part.
    package var continuation: Character {
        switch self {
        case .unicode: "…"
        case .ascii: "~"
        }
    }

    /// The columns of one scalar by itself: 0, 1 or 2, and -1 for a scalar that cannot be shown.
    package func columns(of scalar: Unicode.Scalar) -> Int {
        switch self {
        case .unicode(let measure): measure.columns(of: scalar)
        case .ascii: CharacterWidth.columns(of: scalar)
        }
    }
}

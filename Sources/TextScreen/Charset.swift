/// Which characters the terminal can show.
package enum Charset: Hashable, Sendable {
    /// All that have a width.
    case unicode
    /// The 95 printable ones of ASCII; any other is shown as `?`.
    case ascii

    /// The one-column sign for text that goes on beyond what is shown.
    package var continuation: Character {
        switch self {
        case .unicode: "…"
        case .ascii: "~"
        }
    }
}

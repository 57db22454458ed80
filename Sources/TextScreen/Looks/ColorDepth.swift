/// How many colors can be told apart on a terminal, as far as the looks of roles depend on it.
package enum ColorDepth: Equatable, Sendable {
    /// None, or none wanted.
    case monochrome
    /// The 8 colors of ECMA-48, whose exact shades are the user's choice.
    ///
    /// A terminal with 16 has their bright variants as well, but each of those vanishes on one background or another, so they are
    /// not used.
    case basic
    /// The fixed palette of 256.
    case palette
}

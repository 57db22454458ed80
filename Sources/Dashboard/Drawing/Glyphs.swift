package import TextScreen

/// The symbols that jobtop draws, for each character set.
///
/// Debian's default console fonts (Lat15) have all the Unicode ones but those of a bar, for which `Gauge` has others there.
package struct Glyphs: Hashable, Sendable {
    package var horizontal, vertical, topLeft, topRight, bottomLeft, bottomRight: Character
    package var done, failed, left: Character
    /// A cell of a bar that stands for an amount, not for progress; the font of the Linux console lacks the thin one.
    package func bar(_ hasEighths: Bool) -> Character { self == .ascii ? "=" : hasEighths ? "━" : "▄" }
    /// Marks of the heading by which a list is sorted.
    package var ascending: Character { self == .unicode ? "↑" : "^" }
    package var descending: Character { self == .unicode ? "↓" : "v" }
    package var crumb, dot, live, trouble, folded, unfolded, leaf, ellipsis: Character

    /// The symbols for a character set.
    package init(_ charset: Charset) {
        self = charset != .ascii ? .unicode : .ascii
    }

    private init(box: [Character], gauge: [Character], signs: [Character]) {
        (horizontal, vertical, topLeft, topRight) = (box[0], box[1], box[2], box[3])
        (bottomLeft, bottomRight) = (box[4], box[5])
        (done, failed, left) = (gauge[0], gauge[1], gauge[2])
        (crumb, dot, live, trouble) = (signs[0], signs[1], signs[2], signs[3])
        (folded, unfolded, leaf, ellipsis) = (signs[4], signs[5], signs[6], signs[7])
    }

    private static let unicode = Glyphs(
        box: ["─", "│", "┌", "┐", "└", "┘"], gauge: ["━", "╋", "─"],
        signs: ["›", "·", "●", "▲", "▸", "▾", " ", "…"])
    private static let ascii = Glyphs(
        box: ["-", "|", "+", "+", "+", "+"], gauge: ["=", "x", "-"],
        signs: [">", "-", "*", "!", "+", "-", " ", "~"])
}

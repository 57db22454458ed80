/// How a role looks: a color, mostly on the terminal's own background, and a style.
///
/// Views name a role and never a look; only what shows a canvas needs one.
package struct Look: Hashable, Sendable {
    /// What a terminal can do to characters without colors.
    package struct Style: OptionSet, Hashable, Sendable {
        /// The sum of the styles' bits.
        package let rawValue: UInt8

        /// The styles with these bits.
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Heavier strokes.
        package static let bold = Style(rawValue: 1)
        /// Fainter than other text.
        package static let dim = Style(rawValue: 2)
        /// The colors of text and background exchanged.
        package static let reverse = Style(rawValue: 4)
        /// A line below.
        package static let underline = Style(rawValue: 8)
    }

    /// A number of the palette, or none for the terminal's own color of text.
    package var color: Int16?
    /// A number of the palette, or none for the terminal's own background.
    package var background: Int16?
    /// The style of the characters.
    package var style: Style

    /// A look of a color and a style.
    package init(_ color: Int16? = nil, _ style: Style = [], on background: Int16? = nil) {
        (self.color, self.style, self.background) = (color, style, background)
    }

    /// The look on the terminal's own background.
    package init(of role: Role, in depth: ColorDepth, on ground: Ground) {
        let row = Self.row(of: role)
        switch depth {
        case .palette: self.init(row.shade.number(on: ground), row.palette)
        case .basic: self.init(row.shade.name(on: ground), row.basic)
        case .monochrome: self.init(nil, row.monochrome)
        }
    }

    /// The look in the row that the cursor is on, where signs and words keep what tells them apart.
    ///
    /// With eight colors the row is black on white, or white on black, with the colors of that ground. Where the ground is not known,
    /// or without colors, the row is reversed, and what is reversed elsewhere is not; red and magenta stay, which can be read on
    /// the text's own color too, be that dark or light.
    package init(ofSelected role: Role, in depth: ColorDepth, on ground: Ground) {
        switch depth {
        case .palette:
            let row = Self.row(of: role)
            let color = row.shade.numberInSelection(on: ground)
            self.init(color, row.palette.subtracting(.reverse), on: Shade.selection(on: ground))
        case .basic where ground != .unknown:
            let row = Self.row(of: role)
            let (other, text, background): (Ground, BasicColor, BasicColor) =
                ground == .dark ? (.light, .black, .white) : (.dark, .white, .black)
            let color = row.shade.name(on: other) ?? text.rawValue
            // Many terminals show bold black as gray.
            let lost: Style = color == BasicColor.black.rawValue ? [.reverse, .bold] : .reverse
            self.init(color, row.basic.subtracting(lost), on: background.rawValue)
        case .basic:
            let row = Self.row(of: role)
            guard !row.basic.contains(.reverse) else {
                self.init(row.shade.name(on: ground), row.basic.subtracting(.reverse))
                return
            }
            // Reversed, the color of the background is that of the text.
            let isKept = row.shade == .wrong || row.shade == .waiting || row.shade == .mark
            let style = row.basic.union(row.shade == .moving ? [.reverse, .bold] : .reverse)
            self.init(nil, style, on: isKept ? row.shade.name(on: ground) : nil)
        case .monochrome:
            self.init(of: role, in: depth, on: ground)
            style.formSymmetricDifference(.reverse)
        }
    }

    /// The color and the styles of a role, with 256 colors, with 8 and without.
    ///
    /// Bold goes with few of the eight colors, since many terminals show bold as bright.
    private static func row(of role: Role) -> (shade: Shade, palette: Style, basic: Style, monochrome: Style) {
        switch role {
        case .normal: (.text, [], [], [])
        case .strong: (.text, .bold, .bold, .bold)
        case .title: (.text, [.bold, .underline], [.bold, .underline], [.bold, .underline])
        case .muted, .stale: (.furniture, [], .dim, .dim)
        case .border, .gaugeLeft: (.rule, [], .dim, .dim)
        case .focusedBorder: (.moving, .bold, [], .bold)
        case .marked: (.mark, .bold, .underline, [.bold, .underline])
        case .key: (.accent, .bold, .bold, .bold)
        case .good: (.well, [], [], [])
        case .bad: (.wrong, .bold, .bold, [.bold, .reverse])
        case .warning: (.waiting, .bold, .bold, [.bold, .underline])
        case .active: (.moving, [], [], .bold)
        case .link: (.accent, .underline, .underline, .underline)
        case .gaugeGood: (.well, [], [], [])
        case .gaugeBad: (.wrong, [], [], .bold)
        case .mistake: (.waiting, .underline, .underline, .underline)
        case .foreignMark: (.waiting, .reverse, .reverse, .reverse)
        }
    }
}

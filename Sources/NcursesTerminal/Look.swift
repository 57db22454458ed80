import CNcurses
import TextScreen

/// How a role looks: a colour, mostly on the terminal's own background, and a style.
struct Look: Equatable {
    /// What a terminal can do to characters without colours.
    struct Style: OptionSet {
        let rawValue: UInt8
        static let bold = Style(rawValue: 1)
        static let dim = Style(rawValue: 2)
        static let reverse = Style(rawValue: 4)
        static let underline = Style(rawValue: 8)

        /// The same for curses.
        var attributes: attr_t {
            var attributes: attr_t = 0
            if contains(.bold) { attributes |= attribute_bold }
            if contains(.dim) { attributes |= attribute_dim }
            if contains(.reverse) { attributes |= attribute_reverse }
            if contains(.underline) { attributes |= attribute_underline }
            return attributes
        }
    }

    /// A number of the palette, or none for the terminal's own colour of text.
    var color: Int16?
    /// A number of the palette, or none for the terminal's own background.
    var background: Int16?
    var style: Style

    init(_ color: Int16? = nil, _ style: Style = [], on background: Int16? = nil) {
        (self.color, self.style, self.background) = (color, style, background)
    }

    init(of role: Role, in depth: ColorDepth) {
        let looks = Self.looks(of: role)
        switch depth {
        case .palette: self = looks.palette
        case .basic: self = looks.basic
        case .monochrome: self.init(nil, looks.monochrome)
        }
    }

    /// The look in the row that the cursor is on, where signs and words keep what tells them apart.
    ///
    /// Without a background of its own the row is reversed, and what is reversed elsewhere is not.
    init(ofSelected role: Role, in depth: ColorDepth) {
        switch depth {
        case .palette:
            let usual = Look(of: role, in: depth)
            self.init(Self.selectedColor(of: role), usual.style.subtracting(.reverse), on: Self.deepBlue)
        case .basic, .monochrome:
            self.init(of: role, in: depth)
            style.formSymmetricDifference(.reverse)
        }
    }

    /// Pale colours with a contrast of at least 4.5 to the deep blue below them, which stands out on black and on white.
    private static func selectedColor(of role: Role) -> Int16 {
        switch role {
        case .normal, .strong, .title, .key, .link, .focusedBorder: 231
        case .muted, .border, .gaugeLeft, .stale: 152
        case .good, .gaugeGood: 157
        case .bad, .gaugeBad: 224
        case .warning, .mistake, .foreignMark: 222
        case .active: 159
        case .marked: 225
        }
    }

    /// The one table of how roles look.
    ///
    /// Every colour of the palette here has a contrast of at least 3.5 to black and to white. Of the eight basic ones, yellow,
    /// blue, white and black are left out: each is unreadable on a common background. Bold goes with none of the pale ones,
    /// since many terminals show bold as bright.
    private static func looks(of role: Role) -> (palette: Look, basic: Look, monochrome: Style) {
        switch role {
        case .normal: (Look(), Look(), [])
        case .strong: (Look(nil, .bold), Look(nil, .bold), .bold)
        case .title: (Look(nil, [.bold, .underline]), Look(nil, [.bold, .underline]), [.bold, .underline])
        case .muted: (Look(gray), Look(nil, .dim), .dim)
        case .border: (Look(gray), Look(nil, .dim), .dim)
        case .focusedBorder: (Look(blue, .bold), Look(cyan), .bold)
        case .marked: (Look(purple, .bold), Look(magenta, .underline), [.bold, .underline])
        case .key: (Look(blue, .bold), Look(nil, .bold), .bold)
        case .good: (Look(leaf), Look(green), [])
        case .bad: (Look(scarlet, .bold), Look(red, .bold), [.bold, .reverse])
        case .warning: (Look(amber, .bold), Look(magenta, .bold), [.bold, .underline])
        case .active: (Look(blue), Look(cyan), .bold)
        case .link: (Look(blue, .underline), Look(nil, .underline), .underline)
        case .gaugeGood: (Look(leaf), Look(green), .bold)
        case .gaugeBad: (Look(scarlet), Look(red), .reverse)
        case .gaugeLeft: (Look(gray), Look(nil, .dim), .dim)
        case .stale: (Look(gray), Look(nil, .dim), .dim)
        case .mistake: (Look(amber, .underline), Look(magenta, .underline), .underline)
        case .foreignMark: (Look(amber, .reverse), Look(magenta, .reverse), .reverse)
        }
    }

    private static let deepBlue: Int16 = 24
    private static let gray: Int16 = 243
    private static let leaf: Int16 = 28
    private static let scarlet: Int16 = 196
    private static let amber: Int16 = 130
    private static let blue: Int16 = 31
    private static let purple: Int16 = 133

    private static let red = Int16(COLOR_RED)
    private static let green = Int16(COLOR_GREEN)
    private static let magenta = Int16(COLOR_MAGENTA)
    private static let cyan = Int16(COLOR_CYAN)
}

/// The one table of colors: what a color stands for, and which it is on each ground.
///
/// Of the palette of 256, those for a dark and for a light ground have a contrast of at least 7 for what is wrong, 3 for rules and
/// 4.5 for the rest, also in the selected row. The middle tones, for an unknown ground, have at least 3.5 to black and to white.
package enum Shade: CaseIterable, Sendable {
    /// The terminal's own color of text.
    case text
    /// What is wrong.
    case wrong
    /// What waits for somebody, or needs a look.
    case waiting
    /// What moves.
    case moving
    /// What is well.
    case well
    /// What may be overlooked.
    case furniture
    /// Rules, frames and the empty part of a bar.
    case rule
    /// Keys and addresses.
    case accent
    /// What the user has marked.
    case mark

    /// The color's number in the palette of 256; nil for the terminal's own.
    package func number(on ground: Ground) -> Int16? {
        let (plain, dark, light): (Int16?, Int16?, Int16?) =
            switch self {
            case .text: (nil, nil, nil)
            case .wrong: (196, 210, 88)
            case .waiting: (130, 220, 94)
            case .moving: (31, 81, 26)
            case .well: (28, 34, 23)
            case .furniture: (243, 246, 241)
            case .rule: (243, 242, 245)
            case .accent: (31, 75, 25)
            case .mark: (133, 177, 90)
            }
        switch ground {
        case .unknown: return plain
        case .dark: return dark
        case .light: return light
        }
    }

    /// The same in the selected row, which has a background of its own.
    package func numberInSelection(on ground: Ground) -> Int16 {
        let (plain, dark, light): (Int16, Int16, Int16) =
            switch self {
            case .text: (231, 231, 16)
            case .wrong: (224, 210, 88)
            case .waiting: (222, 220, 94)
            case .moving: (159, 81, 26)
            case .well: (157, 34, 23)
            case .furniture: (152, 250, 240)
            case .rule: (152, 246, 243)
            case .accent: (231, 75, 25)
            case .mark: (225, 177, 90)
            }
        switch ground {
        case .unknown: return plain
        case .dark: return dark
        case .light: return light
        }
    }

    /// The background of the selected row: deep blue, navy, pale cyan.
    package static func selection(on ground: Ground) -> Int16 {
        switch ground {
        case .unknown: 24
        case .dark: 17
        case .light: 195
        }
    }

    /// The color's number among the eight basic ones, whose exact shades are the user's choice; nil for the terminal's own.
    ///
    /// On an unknown ground, yellow, blue, white and black are left out: each is unreadable on a common background.
    package func name(on ground: Ground) -> Int16? {
        let (plain, dark, light): (BasicColor?, BasicColor?, BasicColor?) =
            switch self {
            case .text, .furniture, .rule: (nil, nil, nil)
            case .wrong: (.red, .red, .red)
            case .waiting: (.magenta, .yellow, .magenta)
            case .moving: (.cyan, .cyan, .blue)
            case .well: (.green, .green, .green)
            case .accent: (nil, .cyan, .blue)
            case .mark: (.magenta, .magenta, .magenta)
            }
        switch ground {
        case .unknown: return plain?.rawValue
        case .dark: return dark?.rawValue
        case .light: return light?.rawValue
        }
    }
}

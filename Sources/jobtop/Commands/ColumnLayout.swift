import TextScreen

/// A datum as it stands in a column.
struct Cell: Hashable, Sendable {
    /// The text, safe for a terminal.
    var text: String
    /// What it means, for its color.
    var role: Role

    /// A text with the color of this cell, if colors are used.
    func painted(_ text: String, _ settings: OutputSettings) -> String {
        guard settings.usesColor, let code = role.selectGraphicRendition else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}

/// The widths of columns, found from the first rows.
struct ColumnLayout {
    private static let gap = 2
    /// The least width to which a column of text is made narrower.
    private static let least = 8
    /// The width of a column of text below which the last columns are left out instead.
    private static let comfortable = 20

    private let widths: [Int]
    private let isRight: [Bool]
    private let width: Int

    /// Measures rows; where they do not fit, the last columns are left out and the widest columns of text become narrower.
    init(_ rows: [[Cell]], _ kinds: [OutputKind], _ settings: OutputSettings) {
        let width = if case .columns(let width) = settings.format { width } else { Int.max }
        isRight = kinds.map(\.isNumber)
        var widths = kinds.indices.map { column in
            rows.map { ScreenText.columns(of: $0[column].text, charset: settings.charset) }.max() ?? 0
        }
        func excess() -> Int { widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) - width }
        func leastWidth() -> Int {
            let least = widths.indices.map { kinds[$0].mayBeShortened ? min(widths[$0], Self.comfortable) : widths[$0] }
            return least.reduce(0, +) + Self.gap * max(0, widths.count - 1)
        }
        while widths.count > 1, leastWidth() > width { widths.removeLast() }
        while excess() > 0 {
            let narrowable = widths.indices.filter { kinds[$0].mayBeShortened && widths[$0] > Self.least }
            guard let widest = narrowable.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
        }
        (self.widths, self.width) = (widths, width)
    }

    /// One line, without blanks at its end.
    func line(_ row: [Cell], _ settings: OutputSettings) -> String {
        var line = ""
        var columns = 0
        var gap = 0
        for (place, cell) in row.prefix(widths.count).enumerated() {
            let room = min(widths[place], width - columns - gap)
            guard room > 0 else { break }
            let text = ScreenText.clipped(cell.text, columns: room, charset: settings.charset)
            let used = ScreenText.columns(of: text, charset: settings.charset)
            let before = isRight[place] ? max(0, room - used) : 0
            line += String(repeating: " ", count: gap + before) + cell.painted(text, settings)
            columns += gap + before + used
            gap = widths[place] - before - used + Self.gap
        }
        return line
    }
}

extension OutputKind {
    /// Whether it is aligned at its end.
    fileprivate var isNumber: Bool {
        switch self {
        case .count, .number, .seconds, .percent, .bytes: true
        case .text, .id, .flag, .time, .texts, .any: false
        }
    }

    fileprivate var mayBeShortened: Bool {
        switch self {
        case .text, .texts, .any: true
        case .id, .count, .number, .seconds, .percent, .bytes, .flag, .time: false
        }
    }
}

extension Role {
    /// The code of its color (ECMA-48, SGR), of the eight that every terminal has; nil for plain text.
    fileprivate var selectGraphicRendition: String? {
        switch self {
        case .strong, .title: "1"
        case .good, .gaugeGood: "32"
        case .bad, .gaugeBad, .mistake: "31"
        case .warning: "33"
        case .active: "36"
        case .normal, .muted, .border, .focusedBorder, .marked, .key, .link, .gaugeLeft, .stale, .foreignMark: nil
        }
    }
}

extension Canvas {
    /// The canvas for people and for files of expected pictures: its text, its roles as one letter a cell, and a legend of
    /// the letters used.
    ///
    /// Rows are framed by `|`, so that blanks at their ends are seen. A wide character takes one place in the text and two
    /// among the roles.
    package var picture: String {
        let rows = 0..<size.rows
        let columns = 0..<size.columns
        let text = rows.map { row in "|" + columns.map { self[$0, row].text }.joined() + "|" }
        let roles = rows.map { row in "|" + String(columns.map { self[$0, row].role.letter }) + "|" }
        let used = Set(rows.flatMap { row in columns.map { self[$0, row].role } })
        let legend = Role.allCases.filter(used.contains).map { "\($0.letter) \($0)" }
        return (text + [""] + roles + [""] + legend).joined(separator: "\n") + "\n"
    }
}

extension Role {
    /// What stands for it in a picture; plain text is a dot, so that the rest is seen.
    fileprivate var letter: Character {
        switch self {
        case .normal: "."
        case .strong: "s"
        case .title: "T"
        case .muted: "m"
        case .border: "b"
        case .focusedBorder: "B"
        case .selected: "S"
        case .marked: "M"
        case .key: "k"
        case .good: "g"
        case .bad: "x"
        case .warning: "w"
        case .active: "a"
        case .link: "l"
        case .gaugeGood: "G"
        case .gaugeBad: "X"
        case .gaugeLeft: "L"
        case .stale: "o"
        case .foreignMark: "f"
        }
    }
}

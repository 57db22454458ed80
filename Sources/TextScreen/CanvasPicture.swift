extension Canvas {
    /// The canvas as text, for people and for files of expected pictures.
    ///
    /// It holds the text, the roles as one letter per cell, and a legend of the letters used. Rows are framed by `|`, so that
    /// trailing blanks are visible. A wide character takes one place in the text and two among the roles. Selected and
    /// changed cells are listed at the end, by row and columns, both counted from 0.
    package var picture: String {
        let rows = 0..<size.rows
        let columns = 0..<size.columns
        let text = rows.map { row in "|" + columns.map { self[$0, row].text }.joined() + "|" }
        let roles = rows.map { row in "|" + String(columns.map { self[$0, row].role.letter }) + "|" }
        let used = Set(rows.flatMap { row in columns.map { self[$0, row].role } })
        let legend = Role.allCases.filter(used.contains).map { "\($0.letter) \($0)" }
        let selected = rows.compactMap { row -> String? in
            let cells = columns.filter { self[$0, row].isSelected }
            guard let first = cells.first, let last = cells.last else { return nil }
            return "selected: row \(row), columns \(first) to \(last)"
        }
        let changed = rows.flatMap { row in
            runs(inRow: row).filter(\.isChanged).map {
                "changed: row \(row), columns \($0.column) to \($0.column + $0.columns - 1)"
            }
        }
        return (text + [""] + roles + [""] + legend + selected + changed).joined(separator: "\n") + "\n"
    }
}

extension Role {
    /// The letter of the role in a picture; plain text is a dot, so that the other roles are visible.
    fileprivate var letter: Character {
        switch self {
        case .normal: "."
        case .strong: "s"
        case .title: "T"
        case .muted: "m"
        case .border: "b"
        case .focusedBorder: "B"
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
        case .mistake: "e"
        case .foreignMark: "f"
        }
    }
}

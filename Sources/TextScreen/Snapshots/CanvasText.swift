extension Canvas {
    /// The characters of the canvas, a line for each row, without blanks at the ends of lines.
    var plainText: String {
        (0..<size.rows).map { row in
            let line = (0..<size.columns).map { self[$0, row].text }.joined()
            return line.dropTrailingBlanks() + "\n"
        }.joined()
    }

    /// The characters with escapes for a terminal of 256 colors, each row of which ends in the terminal's own look.
    func ansiText(on ground: Ground) -> String {
        (0..<size.rows).map { ansiLine($0, on: ground) + "\n" }.joined()
    }

    private func ansiLine(_ row: Int, on ground: Ground) -> String {
        var line = ""
        let runs = runs(inRow: row)
        for (place, run) in runs.enumerated() {
            let look =
                run.isSelected
                ? Look(ofSelected: run.role, in: .palette, on: ground) : Look(of: run.role, in: .palette, on: ground)
            let codes = look.codes
            let shows = look.background != nil || !look.style.isDisjoint(with: [.underline, .reverse])
            let text = place == runs.count - 1 && !shows ? run.text.dropTrailingBlanks() : run.text
            guard !text.isEmpty else { continue }
            line += codes.isEmpty ? text : "\u{1B}[\(codes)m\(text)\u{1B}[0m"
        }
        return line
    }
}

extension Look {
    /// The parameters of the escape that selects the look (ECMA-48, 8.3.117, with xterm's colors by number); empty for plain text.
    fileprivate var codes: String {
        var codes: [String] = []
        if style.contains(.bold) { codes.append("1") }
        if style.contains(.dim) { codes.append("2") }
        if style.contains(.underline) { codes.append("4") }
        if style.contains(.reverse) { codes.append("7") }
        if let color { codes.append("38;5;\(color)") }
        if let background { codes.append("48;5;\(background)") }
        return codes.joined(separator: ";")
    }
}

extension String {
    fileprivate func dropTrailingBlanks() -> String {
        guard let last = unicodeScalars.lastIndex(where: { $0 != " " }) else { return "" }
        return String(unicodeScalars[...last])
    }
}

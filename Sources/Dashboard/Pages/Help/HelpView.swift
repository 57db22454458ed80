import TextScreen

/// Draws the help from the key table, so that it always matches the keys.
enum HelpView {
    /// A line of the help; one about a key has its command.
    struct Line {
        var spans: [Span]
        var binding: Binding?

        init(_ spans: [Span] = [], _ binding: Binding? = nil) { (self.spans, self.binding) = (spans, binding) }

        /// Whether every word occurs in the line, in any case of letters.
        func contains(_ words: [Substring]) -> Bool {
            let text = spans.map(\.text).joined().lowercased()
            return words.allSatisfy { text.contains($0) }
        }
    }

    static func height(in state: State) -> Int { max(1, state.layout.page.rows - Frame.border) }

    /// The keys of the page that opened the help, the signs, the parts of the header, and the keys of all other pages.
    static func lines(for page: HelpPage, in state: State) -> [Line] {
        let words = page.filter.text.lowercased().split(separator: " ")
        let all =
            keys(of: page.kind, state) + [Line()] + signs(state.settings.charset) + [Line()] + strips(state.settings) + [Line()]
            + freshness(state.settings.charset) + keysElsewhere(than: page.kind, state.keymap)
        return words.isEmpty ? all : all.filter { $0.contains(words) }
    }

    static func draw(_ page: HelpPage, _ state: State, on canvas: inout Canvas, in region: Region) {
        let lines = lines(for: page, in: state)
        let top = page.cursor.top
        let shown = lines.dropFirst(top).prefix(height(in: state))
        let note = lines.count > shown.count ? "\(top + 1)-\(top + shown.count) of \(lines.count)" : ""
        let title = page.filter.isEmpty ? "Help" : "Help: \(page.filter.text)"
        let inner = Frame(title: title, note: note, isFocused: true).draw(on: &canvas, in: region)
        guard !lines.isEmpty else { return canvas.writeCentered(Wording.noHelpMatches(page.filter.text), in: inner) }
        for (offset, line) in shown.enumerated() {
            canvas.write(line.spans, column: inner.column + 1, row: inner.row + offset, limit: inner.columns - 2)
            if top + offset == page.cursor.index { canvas.select(inner.row(inner.row + offset)) }
        }
    }

    private static func keys(of kind: PageKind, _ state: State) -> [Line] {
        let below = state.below
        return [Line([Span("Keys on this page", .title)])]
            + state.keymap.bindings(on: kind).map { binding in
                var line = line(binding)
                if !below.isAvailable(binding.command) {
                    line.spans.append(Span("  (\(below.whyNot(binding.command)))", .muted))
                }
                return line
            }
    }

    /// The keys that the page does not have, each once, under the first page that has it.
    private static func keysElsewhere(than kind: PageKind, _ keymap: Keymap) -> [Line] {
        var named = Set(keymap.bindings(on: kind))
        return PageKind.allCases.flatMap { other -> [Line] in
            let bindings = keymap.bindings(on: other).filter { named.insert($0).inserted }
            let title = Line([Span("Keys on the \(Wording.name(other))", .title)])
            return bindings.isEmpty ? [] : [Line(), title] + bindings.map(line)
        }
    }

    private static func line(_ binding: Binding) -> Line {
        Line([Span("  " + Wording.keys(binding).padding(to: 24), .key), Span(binding.help)], binding)
    }

    private static func signs(_ charset: Charset) -> [Line] {
        [Line([Span("Signs", .title)])]
            + Standing.allCases.map { standing in
                Line([Span("  \(standing.mark(charset))".padding(to: 26), standing.role), Span(standing.legend)])
            }
    }

    private static func strips(_ settings: Settings) -> [Line] {
        [Line([Span("Last runs, one cell per run", .title)])]
            + RunStrip.legend(settings).map { cells, text in
                let blank = String(repeating: " ", count: 24 - cells.reduce(0) { $0 + $1.text.count })
                return Line([Span("  ")] + cells + [Span(blank), Span(text)])
            }
    }

    private static func freshness(_ charset: Charset) -> [Line] {
        let words: [(String, Role, String)] = [
            ("live <5s", .good, "the last answer came less than 5 seconds ago, on schedule"),
            ("late, stale", .warning, "an answer is overdue; the data may have changed"),
            ("final", .good, "the run has ended; the data will not change"),
            ("paused", .warning, "polling is paused; p resumes it"),
            ("offline, unauthorized, rate-limited", .bad, "requests fail since then; old data is dimmed"),
        ]
        return [Line([Span("Words in the top line", .title)])]
            + words.map { word, role, text in
                Line([Span("  " + word.padding(to: 36), role), Span(text)])
            }
    }
}

import TextScreen

/// Draws the help from the key table, so that it always matches the keys.
enum HelpView {
    typealias Line = [Span]

    static func height(in state: State) -> Int { max(1, state.layout.page.rows - Frame.border) }

    /// The keys of the page that opened the help, the signs, the parts of the header, and the keys of all other pages.
    static func lines(for page: HelpPage, in state: State) -> [Line] {
        keys(of: page.kind, state.keymap) + [[]] + signs(state.settings.charset) + [[]] + freshness(state.settings.charset)
            + keysElsewhere(than: page.kind, state.keymap)
    }

    static func draw(_ page: HelpPage, _ state: State, on canvas: inout Canvas, in region: Region) {
        let lines = lines(for: page, in: state)
        let shown = lines.dropFirst(page.top).prefix(height(in: state))
        let note = lines.count > shown.count ? "\(page.top + 1)-\(page.top + shown.count) of \(lines.count)" : ""
        let inner = Frame(title: "Help", note: note, isFocused: true).draw(on: &canvas, in: region)
        for (offset, line) in shown.enumerated() {
            canvas.write(line, column: inner.column + 1, row: inner.row + offset, limit: inner.columns - 2)
        }
    }

    private static func keys(of kind: PageKind, _ keymap: Keymap) -> [Line] {
        [[Span("Keys on this page", .title)]] + keymap.bindings(on: kind).map(line)
    }

    /// The keys that the page does not have, each once, under the first page that has it.
    private static func keysElsewhere(than kind: PageKind, _ keymap: Keymap) -> [Line] {
        var named = Set(keymap.bindings(on: kind))
        return PageKind.allCases.flatMap { other -> [Line] in
            let bindings = keymap.bindings(on: other).filter { named.insert($0).inserted }
            let title = [Span("Keys on the \(Wording.name(other))", .title)]
            return bindings.isEmpty ? [] : [[], title] + bindings.map(line)
        }
    }

    private static func line(_ binding: Binding) -> Line {
        [Span("  " + Wording.keys(binding).padding(to: 24), .key), Span(binding.help)]
    }

    private static func signs(_ charset: Charset) -> [Line] {
        [[Span("Signs", .title)]]
            + Standing.allCases.map { standing in
                [Span("  \(standing.mark(charset))".padding(to: 26), standing.role), Span(standing.legend)]
            }
    }

    private static func freshness(_ charset: Charset) -> [Line] {
        let words: [(String, Role, String)] = [
            ("live 2s", .good, "the last answer came 2 seconds ago, on schedule"),
            ("late, stale", .warning, "an answer is overdue; the data may have changed"),
            ("final", .good, "the run has ended; the data will not change"),
            ("paused", .warning, "polling is paused; p resumes it"),
            ("offline, unauthorized, rate-limited", .bad, "requests fail since then; old data is dimmed"),
        ]
        return [[Span("Words in the top line", .title)]]
            + words.map { word, role, text in
                [Span("  " + word.padding(to: 36), role), Span(text)]
            }
    }
}

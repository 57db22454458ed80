package import TextScreen

extension Wording {
    /// The keys of a binding as the help and the user guide name them: `Enter, l, Right`.
    package static func keys(_ binding: Binding) -> String {
        binding.keys.isEmpty ? word(binding) : binding.keys.map(name).joined(separator: ", ")
    }

    /// All signs as a Markdown table, for the user guide.
    package static func signTable() -> String {
        let rows = Standing.allCases.map { "| `\($0.mark(.unicode14))` | `\($0.mark(.ascii))` | \($0.legend) |\n" }
        return "| sign | in ASCII | meaning |\n|---|---|---|\n" + rows.joined()
    }

    /// All bindings as a Markdown table, for the user guide.
    package static func keyTable(_ keymap: Keymap) -> String {
        let rows = keymap.all.map { binding, pages in
            let keys =
                binding.keys.isEmpty
                ? "`\(word(binding))`" : binding.keys.map { "`\(name($0))`" }.joined(separator: " ")
            let missing = PageKind.allCases.filter { !pages.contains($0) }
            let places =
                missing.isEmpty
                ? "everywhere" : missing == [.wall] ? "everywhere but wall" : pages.map { "\($0)" }.joined(separator: ", ")
            return "| \(keys) | \(places) | \(binding.help) |\n"
        }
        return "| keys | on | what they do |\n|---|---|---|\n" + rows.joined()
    }

    /// The name of a page within a sentence.
    static func name(_ kind: PageKind) -> String {
        switch kind {
        case .jobs: "list of jobs"
        case .problems: "page of problems"
        case .runs: "list of runs"
        case .history: "history of a job"
        case .run: "page of a run"
        case .configuration: "configuration"
        case .difference: "difference of configurations"
        case .items: "list of results"
        case .item: "page of an item"
        case .groups: "list of failures"
        case .bytes: "page of the raw file"
        case .follow: "page that follows a job"
        case .wall: "wall"
        case .settings: "page of settings"
        case .help: "help"
        }
    }

    /// The one key named in the footer.
    static func footerKey(_ binding: Binding) -> String {
        binding.keys.first.map(name) ?? word(binding)
    }

    /// What runs a command that has no key.
    private static func word(_ binding: Binding) -> String { binding.word.map { ":\($0)" } ?? "" }

    /// The label of a key.
    package static func name(_ key: Key) -> String {
        switch key {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(let letter): "^\(letter.uppercased())"
        case .function(let number): "F\(number)"
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .up: "Up"
        case .down: "Down"
        case .left: "Left"
        case .right: "Right"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PageUp"
        case .pageDown: "PageDown"
        case .backspace: "Backspace"
        case .delete: "Delete"
        case .insert: "Insert"
        }
    }
}

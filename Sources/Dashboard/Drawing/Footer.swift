import TextScreen

/// The bottom line: the keys that do something here and now.
enum Footer {
    /// Draws the line; what does not fit is left out from the end, but help and quit stay.
    static func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        let entries = entries(of: state)
        let kept = entries.filter { $0.isKept }
        var room = region.columns - 2 - kept.reduce(0) { $0 + $1.width }
        var column = region.column + 1
        for entry in entries {
            if !entry.isKept {
                guard entry.width <= room else { continue }
                room -= entry.width
            }
            guard column + entry.width <= region.endColumn + 1 else { break }
            column += canvas.write(entry.key, column: column, row: region.row, role: .key) + 1
            column += canvas.write(entry.label, column: column, row: region.row, role: .muted) + 2
        }
    }

    private struct Entry {
        var key: String
        var label: String
        var isKept = false
        var width: Int { key.count + 1 + label.count + 2 }
    }

    private static func entries(of state: State) -> [Entry] {
        if state.question != nil { return [Entry(key: "y", label: "yes"), Entry(key: "n", label: "no")] }
        if state.isTypingFilter {
            return [Entry(key: "Enter", label: "keep"), Entry(key: "Esc", label: "show all"), Entry(key: "^U", label: "empty")]
        }
        return Binding.all.filter { binding in
            binding.pages.contains(state.page.kind) && !binding.label.isEmpty && state.isAvailable(binding.command)
        }
        .map { binding in
            let isKept = [.help, .quit, .back].contains(binding.command)
            return Entry(key: Wording.footerKey(binding), label: label(binding, state), isKept: isKept)
        }
    }

    private static func label(_ binding: Binding, _ state: State) -> String {
        switch binding.command {
        case .togglePolling: state.polling.isPaused ? "go on" : binding.label
        case .toggleTime: state.showsTimeOfDay ? "ages" : binding.label
        case .showSecrets: state.revealed == nil ? binding.label : "hide secrets"
        case .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .open, .back, .nextPane, .previousPane, .refresh,
            .slower, .faster, .filter, .configuration, .mark, .fetch, .cancelFetch, .webPage, .copy, .results, .help, .redraw,
            .suspend, .quit:
            binding.label
        }
    }
}

import Intuned
import TextScreen

/// The bottom line: the keys that work now.
enum Footer {
    /// Draws the line; drops keys from the end if they do not fit, but keeps help and quit.
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
        if let dialog = state.actions.dialog {
            return ActionDialogView.keys(dialog, state).map { Entry(key: $0.key, label: $0.label) }
        }
        if state.isTypingFilter {
            return [
                Entry(key: "Enter", label: "apply"), Entry(key: "Esc", label: "cancel"), Entry(key: "^U", label: "clear"),
                Entry(key: "Tab", label: "complete"), Entry(key: "Up", label: "earlier filters"),
            ]
        }
        if state.menu != nil { return [Entry(key: "Enter", label: "choose"), Entry(key: "Esc", label: "close")] }
        return state.keymap.bindings(on: state.page.kind).filter { !$0.label.isEmpty && state.isAvailable($0.command) }
            .map { binding in
                let isKept = [.help, .quit, .back].map(Command.app).contains(binding.command)
                return Entry(key: Wording.footerKey(binding), label: label(binding, state), isKept: isKept)
            }
    }

    /// The label of a binding; for a switch, what it does next.
    private static func label(_ binding: Binding, _ state: State) -> String {
        if binding.command == .app(.togglePolling), state.polling.isPaused { return "resume" }
        if binding.command == .app(.toggleTime), state.showsTimeOfDay { return "ages" }
        if binding.command == .page(.act(.togglePause)) {
            let areAllPaused = state.targets(of: .togglePause).allSatisfy { $0.seen == .job(.known(.paused)) }
            return areAllPaused ? "resume job" : binding.label
        }
        if binding.command == .page(.run(.readResults)), case .run(let page) = state.page, page.selectedCause(in: state) != nil {
            return "show items"
        }
        if binding.command == .page(.run(.showSecrets)), state.revealed != nil { return "hide secrets" }
        return binding.label
    }
}

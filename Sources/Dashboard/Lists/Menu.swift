import Intuned
import Query
import TextScreen

/// A short list to choose from, over the page.
package struct Menu: Hashable, Sendable {
    /// What is chosen.
    package enum Purpose: Hashable, Sendable {
        /// The field to sort by.
        case order
        /// The columns to show, and their order.
        case columns
        /// A command, a page, a job or a run.
        case palette
    }

    /// What is chosen.
    package let purpose: Purpose
    /// The typed text, which narrows the entries.
    package var text = ""
    /// The selected entry and the scroll position.
    package var cursor = ListCursor<Choice>()

    /// Creates a menu with its first entry selected.
    init(_ purpose: Purpose) { self.purpose = purpose }

    /// What the choice of an entry does, which tells it from the other entries.
    package enum Choice: Hashable, Sendable {
        /// Sorts by the field, or as the list does by itself.
        case order(String?)
        /// Shows or hides the column.
        case column(String)
        /// Runs the command.
        case command(Command)
        /// Opens the runs of the job.
        case job(String)
        /// Opens the run.
        case run(RunKey)
        /// Goes to the row.
        case goTo(String)
        /// Saves the page under this name.
        case snapshot(String)
        /// Saves a handover about this time.
        case handover(String)
        /// Asks before an action on the job, or on the run.
        case act(ActionWish, ActionTarget)
        /// Asks before an action on all marked jobs or runs.
        case actOnMarked(ActionWish)
        /// Allows actions for a time.
        case arm(String)
    }

    /// One entry.
    struct Entry: Hashable {
        var choice: Choice
        /// What it is called.
        var label: String
        /// A key, a value or a reason why it cannot be chosen now.
        var note: String
        /// Whether it is in force now; nil if it has no such state.
        var isOn: Bool?
        /// Whether it can be chosen now.
        var isAvailable = true
    }
}

/// A heading of a list's column.
package struct ColumnHead: Hashable, Sendable {
    /// The heading.
    package var title: String
    /// The field that it shows; nil if it cannot be sorted by.
    package var field: String?
}

extension State {
    /// The rows of the box that shows the open menu's entries.
    var menuHeight: Int { max(1, min(18, layout.page.rows - 5)) }

    /// The entries of the open menu that its text leaves.
    func entries(of menu: Menu) -> [Menu.Entry] {
        switch menu.purpose {
        case .order: Fuzzy.filtered(orderEntries, by: menu.text) { $0.label }
        case .columns: columnEntries
        case .palette: paletteEntries(menu.text)
        }
    }

    private var orderEntries: [Menu.Entry] {
        let order = order(of: page.kind)
        let fields = page.content.heads(in: self).compactMap { head in head.field.map { ($0, head.title) } }
        func entry(_ field: String?, _ label: String) -> Menu.Entry {
            let isOn = order.field == field
            return Menu.Entry(
                choice: .order(field), label: label, note: isOn && order.isReversed ? Wording.reversed : "", isOn: isOn)
        }
        // Fields of outputs have names of any letters, which may also be those of other fields.
        let titled = fields.map { entry($0, page.kind == .items ? $0 : $1.lowercased()) }
        let names = page.content.fieldNames?.kinds.keys.sorted() ?? []
        let others = names.filter { name in !fields.contains { $0.0 == name } }.map { entry($0, $0) }
        return [entry(nil, Wording.standardOrder(of: page.kind))] + titled + others
    }

    private var columnEntries: [Menu.Entry] {
        let setting = lists[page.kind] ?? ListSetting()
        return setting.arranged(page.content.heads(in: self).filter { !$0.title.isEmpty }, title: \.title).map { head in
            let isHidden = setting.hidden.contains(head.title)
            return Menu.Entry(
                choice: .column(head.title), label: head.title, note: isHidden ? Wording.hidden : "", isOn: !isHidden)
        }
    }

    private func paletteEntries(_ text: String) -> [Menu.Entry] {
        if text.lowercased().hasPrefix("goto ") {
            let target = String(text.dropFirst(5))
            return [Menu.Entry(choice: .goTo(target), label: Wording.goTo(target), note: "", isOn: nil)]
        }
        if let entry = saveEntry(text) { return [entry] }
        var seen: Set<Command> = []
        let commands = keymap.bindings(on: page.kind).filter { $0.command != .app(.palette) && seen.insert($0.command).inserted }
        let ordered = commands.enumerated().sorted { one, other in
            let counts = (uses[one.element.command] ?? 0, uses[other.element.command] ?? 0)
            return counts.0 == counts.1 ? one.offset < other.offset : counts.0 > counts.1
        }.map { $0.element }
        var entries = ordered.map { binding in
            let isAvailable = isAvailable(binding.command)
            return Menu.Entry(
                choice: .command(binding.command), label: binding.word.map { "\($0): \(binding.help)" } ?? binding.help,
                note: isAvailable ? Wording.footerKey(binding) : whyNot(binding.command), isOn: nil,
                isAvailable: isAvailable)
        }
        entries += (records.jobs?.jobs ?? []).map {
            Menu.Entry(choice: .job($0.id), label: $0.id, note: Wording.jobEntry, isOn: nil)
        }
        if !text.isEmpty { entries += runEntries(text) }
        return actionEntries(text) + Fuzzy.filtered(entries, by: text) { $0.label }
    }

    /// The entry of a command that is followed by what it is about.
    private func saveEntry(_ text: String) -> Menu.Entry? {
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2 else { return nil }
        switch words[0].lowercased() {
        case "snapshot":
            let isPossible = SnapshotFormat(ofFile: words[1]) != nil
            return Menu.Entry(
                choice: .snapshot(words[1]), label: isPossible ? Wording.snapshotEntry(words[1]) : Wording.snapshotEnding,
                note: "", isOn: nil, isAvailable: isPossible)
        case "handover":
            let isPossible = HandoverSpan.seconds(words[1]) != nil
            return Menu.Entry(
                choice: .handover(words[1]), label: isPossible ? Wording.handoverEntry(words[1]) : Wording.handoverSpan,
                note: "", isOn: nil, isAvailable: isPossible)
        default: return nil
        }
    }

    /// The loaded runs whose ids begin so.
    private func runEntries(_ text: String) -> [Menu.Entry] {
        let typed = text.lowercased()
        guard typed.count >= 2, typed.allSatisfy({ $0.isHexDigit || $0 == "-" }) else { return [] }
        var found: [Menu.Entry] = []
        for (job, listing) in records.listings.sorted(by: { $0.key < $1.key }) {
            for run in listing.runs where run.id.hasPrefix(typed) {
                let key = RunKey(profile: profile.id, job: job, run: run.id)
                found.append(
                    Menu.Entry(choice: .run(key), label: run.id, note: "\(job) \(run.status.raw.lowercased())", isOn: nil))
                if found.count == 20 { return found }
            }
        }
        return found
    }
}

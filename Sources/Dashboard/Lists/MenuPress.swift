import Query
import TextScreen

/// The keys of an open menu.
extension State {
    mutating func open(_ purpose: Menu.Purpose) {
        var menu = Menu(purpose)
        let entries = entries(of: menu)
        menu.cursor.settle(in: entries.map(\.choice), height: menuHeight)
        if let on = entries.firstIndex(where: { $0.isOn == true }), purpose == .order {
            menu.cursor.go(to: on, in: entries.map(\.choice), height: menuHeight)
        }
        self.menu = menu
    }

    mutating func pressInMenu(_ key: Key) -> [Effect] {
        guard var menu else { return [] }
        let ids = entries(of: menu).map(\.choice)
        let isTyped = menu.purpose != .columns
        switch key {
        case .escape: return close()
        case .up: menu.cursor.perform(.up, in: ids, height: menuHeight)
        case .down: menu.cursor.perform(.down, in: ids, height: menuHeight)
        case .pageUp: menu.cursor.perform(.pageUp, in: ids, height: menuHeight)
        case .pageDown: menu.cursor.perform(.pageDown, in: ids, height: menuHeight)
        case .enter: return choose()
        case .tab: if let word = word(of: menu.cursor.selected) { menu.text = word + " " }
        case .character(" ") where !isTyped: return choose()
        case .left where !isTyped, .right where !isTyped:
            moveColumn(by: key == .left ? -1 : 1)
            return []
        case .backspace where !isTyped, .delete where !isTyped:
            lists[page.kind, default: ListSetting()].hidden = []
            lists[page.kind, default: ListSetting()].columns = []
        case .character(let character) where isTyped: menu.text.append(character)
        case .backspace: if menu.text.popLast() == nil { return close() }
        case .control("u"): menu.text = ""
        case .character("q"): return close()
        default: return []
        }
        // Other letters begin at the best match again.
        if menu.text != self.menu?.text { menu.cursor = ListCursor() }
        self.menu = menu
        return []
    }

    /// The word of a command that a text may follow.
    private func word(of choice: Menu.Choice?) -> String? {
        guard case .command(let command)? = choice else { return nil }
        return keymap.bindings(on: page.kind).first { $0.command == command }?.word
    }

    /// Keeps the selected entry selected and on the screen, whatever has arrived, was pasted or was resized.
    mutating func settleMenu() {
        guard let menu else { return }
        let (ids, height) = (entries(of: menu).map(\.choice), menuHeight)
        self.menu?.cursor.settle(in: ids, height: height)
    }

    private mutating func close() -> [Effect] {
        menu = nil
        return []
    }

    private mutating func choose() -> [Effect] {
        guard let menu, let entry = entries(of: menu).first(where: { $0.choice == menu.cursor.selected }) else { return [] }
        guard entry.isAvailable else { return [] }
        switch entry.choice {
        case .column(let title):
            if lists[page.kind, default: ListSetting()].hidden.remove(title) == nil {
                lists[page.kind, default: ListSetting()].hidden.insert(title)
            }
            return []
        case .order(let field):
            sort(by: field)
        case .command(let command):
            self.menu = nil
            uses[command, default: 0] += 1
            return perform(command)
        case .job(let job): push(.runs(RunsPage(profile: profile.id, job: job)))
        case .run(let key): push(.run(RunPage(key: key)))
        case .goTo(let target): goTo(target)
        case .snapshot(let name):
            self.menu = nil
            return saveSnapshot(name)
        case .handover(let span):
            self.menu = nil
            return saveHandover(span)
        case .act(let wish, let target):
            self.menu = nil
            begin(wish, [target])
            return []
        case .actOnMarked(let wish):
            self.menu = nil
            begin(wish)
            return []
        case .arm(let time): arm(time)
        }
        return close()
    }

    /// Moves the selected column to the left or to the right.
    private mutating func moveColumn(by step: Int) {
        guard let menu, case .column(let title)? = entries(of: menu).first(where: { $0.choice == menu.cursor.selected })?.choice
        else {
            return
        }
        var titles = entries(of: menu).map(\.label)
        guard let place = titles.firstIndex(of: title), titles.indices.contains(place + step) else { return }
        titles.swapAt(place, place + step)
        lists[page.kind, default: ListSetting()].columns = titles
    }

    /// Sorts the list by a field, or in the reverse order if it is sorted so already.
    mutating func sort(by field: String?) {
        var order = ListOrder()
        let before = self.order(of: page.kind)
        order.field = field
        order.isReversed = before.field == field && !before.isReversed
        lists[page.kind, default: ListSetting()].order = order
    }

    mutating func reverseOrder() {
        lists[page.kind, default: ListSetting()].order.isReversed.toggle()
    }

    /// Goes to a row of the list: by its number, by a part of the way, or by a time.
    mutating func goTo(_ target: String) {
        guard page.content.heads(in: self).isEmpty == false else { return say(Wording.noRowsHere, .plain) }
        let before = page
        changePage { $0.goTo(target, in: $1) }
        if page == before { say(Wording.cannotGoTo(target), .plain) }
    }
}

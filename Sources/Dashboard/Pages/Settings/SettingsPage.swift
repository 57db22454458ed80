import TextScreen

/// The settings in force, each with its value, its origin and the ways to set it.
package struct SettingsPage: PageContent {
    static let kind = PageKind.settings
    static let bindings = [.copy] + Binding.pace + Binding.moving + [close, .palette, .mouse, .help] + Binding.leaving

    private static let close = Binding.app(
        .back, [.escape, .left, .character("h"), .backspace, .character(",")], "back", "close the settings")

    /// The selected setting and the scroll position.
    package internal(set) var cursor = ListCursor<String>()

    /// Creates the page with the first setting selected.
    package init() {}

    var page: Page { .settings(self) }

    /// The rows: the settings from the start, updated by keys pressed since.
    func rows(in state: State) -> [SettingInForce] {
        state.settings.inForce.map { row in
            let (value, keys) =
                switch row.name {
                case Wording.intervalSetting: (Wording.duration(state.polling.interval), Wording.intervalKeys)
                case Wording.readOnlySetting where state.armedFor != nil: (Wording.readOnlyLifted, Wording.armKey)
                case Wording.mouseSetting: (Wording.mouseValue(state.usesMouse), Wording.mouseKey)
                default: (row.value, "")
                }
            return value == row.value
                ? row : SettingInForce(row.name, value, from: .keys(keys), setBy: row.waysToSet)
        }
    }

    func crumb(in state: State) -> String { "settings" }

    func copyText(in state: State) -> String? { rows(in: state).first { $0.name == cursor.selected }?.value }

    mutating func settle(in state: State) {
        cursor.settle(in: rows(in: state).map(\.name), height: SettingsView.listHeight(in: state))
    }

    mutating func move(_ move: Move, in state: State) {
        cursor.perform(move, in: rows(in: state).map(\.name), height: SettingsView.listHeight(in: state))
    }

    mutating func click(_ event: MouseEvent, in state: State) -> Click {
        let line = SettingsView.listRegion(in: state).line(of: event)
        return cursor.click(line: line, in: rows(in: state).map(\.name), height: SettingsView.listHeight(in: state))
    }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        SettingsView.draw(self, state, on: &canvas, in: region)
    }
}

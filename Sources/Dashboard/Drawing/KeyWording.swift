package import TextScreen

extension Wording {
    /// The keys of a binding as the help and the README name them: `Enter, l, Right`.
    package static func keys(_ binding: Binding) -> String {
        binding.keys.map(name).joined(separator: ", ")
    }

    /// The one key that the footer names.
    static func footerKey(_ binding: Binding) -> String {
        binding.keys.first.map(name) ?? ""
    }

    /// What is printed on a key.
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

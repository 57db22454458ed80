/// The colors of a picture: a class for each role that it shows, from the tables of roles that terminals use.
struct SVGStyleSheet {
    /// Cells of one look: a role, in the selected row or outside of it.
    private struct Kind: Hashable {
        var role: Role
        var isSelected: Bool

        var name: String { isSelected ? "\(role)-selected" : "\(role)" }

        func look(on ground: Ground) -> Look {
            isSelected ? Look(ofSelected: role, in: .palette, on: ground) : Look(of: role, in: .palette, on: ground)
        }
    }

    private static let selection = "selection"
    private var kinds: Set<Kind> = []
    private var grounds: Set<Kind> = []
    private var hasSelection = false

    /// The class of a cell's characters.
    mutating func name(of cell: Cell) -> String {
        let kind = Kind(role: cell.role, isSelected: cell.isSelected)
        kinds.insert(kind)
        return kind.name
    }

    /// The class of what lies behind a cell; nil for the ground of the picture.
    mutating func background(of cell: Cell) -> String? {
        let kind = Kind(role: cell.role, isSelected: cell.isSelected)
        if kind.isSelected {
            hasSelection = true
            return Self.selection
        }
        // Which roles are reversed is the same on every ground.
        guard kind.look(on: .unknown).style.contains(.reverse) else { return nil }
        grounds.insert(kind)
        return kind.name + "-ground"
    }

    /// The rules for a theme; `auto` follows the reader's choice of a dark or a light page.
    func text(in theme: Theme) -> String {
        switch theme {
        case .dark: return rules(on: .dark, paper: .dark)
        case .light: return rules(on: .light, paper: .light)
        case .auto, .plain:
            let (light, dark): (Ground, Ground) = theme == .auto ? (.light, .dark) : (.unknown, .unknown)
            return rules(on: light, paper: .light)
                + "\n@media (prefers-color-scheme:dark){\n" + rules(on: dark, paper: .dark) + "\n}"
        }
    }

    private func rules(on ground: Ground, paper: Paper) -> String {
        var rules = [".ground{fill:\(paper.ground)}"]
        if hasSelection { rules.append(".\(Self.selection){fill:\(Self.color(Shade.selection(on: ground)))}") }
        for role in Role.allCases {
            for isSelected in [false, true] {
                let kind = Kind(role: role, isSelected: isSelected)
                let look = kind.look(on: ground)
                let color = look.color.map(Self.color) ?? paper.text
                if grounds.contains(kind) { rules.append(".\(kind.name)-ground{fill:\(color)}") }
                guard kinds.contains(kind) else { continue }
                let fill = grounds.contains(kind) ? paper.ground : color
                let bold = look.style.contains(.bold) ? ";font-weight:bold" : ""
                let line = look.style.contains(.underline) ? ";text-decoration:underline" : ""
                rules.append(".\(kind.name){fill:\(fill)\(bold)\(line)}")
            }
        }
        return rules.joined(separator: "\n")
    }

    /// The colors that a terminal's user would choose.
    private struct Paper {
        var text: String
        var ground: String

        static let dark = Paper(text: "#d8dee9", ground: "#1b1f27")
        static let light = Paper(text: "#24292f", ground: "#ffffff")
    }

    /// The red, green and blue of a number of xterm's palette, from 16 on: a cube of 216 colors and 24 grays.
    private static func color(_ number: Int16) -> String {
        let steps = [0, 95, 135, 175, 215, 255]
        let cube = Int(number) - 16
        let gray = 8 + 10 * (Int(number) - 232)
        let channels = number < 232 ? [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]] : [gray, gray, gray]
        return "#" + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

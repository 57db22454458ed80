import Dashboard
import TextScreen

/// The theme of colors and its origin: the option first, then the variable.
struct ThemeSetting: Equatable {
    let theme: Theme
    let origin: SettingInForce.Origin

    init(_ command: JobtopCommand, _ environment: [String: String]) throws(StartError) {
        let name = environment["JOBTOP_THEME"] ?? ""
        if let theme = command.theme {
            (self.theme, origin) = (theme, .option("--theme"))
        } else if name.isEmpty {
            (theme, origin) = (.auto, .standard)
        } else {
            guard let theme = Theme(rawValue: name) else { throw .theme(name) }
            (self.theme, origin) = (theme, .variable("JOBTOP_THEME"))
        }
    }
}

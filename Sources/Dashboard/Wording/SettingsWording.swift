extension Wording {
    /// The name of the request interval among the settings.
    package static let intervalSetting = "Interval"

    /// The name of the mouse among the settings.
    package static let mouseSetting = "Mouse"

    /// Whether the mouse is used, as the value of its setting.
    package static func mouseValue(_ isOn: Bool) -> String { isOn ? "on" : "off" }

    /// The keys that change the request interval.
    static let intervalKeys = "the keys + and -"

    /// The name of looking only among the settings.
    package static let readOnlySetting = "Read-only"

    /// Whether actions are forbidden, as the value of the setting.
    package static func readOnlyValue(_ isOn: Bool) -> String { isOn ? "yes: no actions" : "no" }

    /// Actions are allowed for a time.
    static let readOnlyLifted = "lifted for a time"

    /// The command that allows actions.
    static let armKey = "the command arm"

    /// The key that switches the mouse.
    static let mouseKey = "the key m"

    /// The origin of a setting's value, for the page of settings and for `jobtop doctor`.
    package static func phrase(_ origin: SettingInForce.Origin) -> String {
        switch origin {
        case .option(let name), .variable(let name), .file(let name), .keys(let name): name
        case .simulator: "the simulator"
        case .standard: "default"
        }
    }
}

extension Wording {
    /// What the time between two requests is called among the settings.
    package static let intervalSetting = "Interval"

    /// Where a setting's value comes from, as the page of settings says it.
    static func phrase(_ origin: SettingInForce.Origin) -> String {
        switch origin {
        case .option(let name), .variable(let name), .file(let name): name
        case .keys: "the keys + and -"
        case .simulator: "the simulator"
        case .standard: "default"
        }
    }
}

extension Wording {
    /// The name of the request interval among the settings.
    package static let intervalSetting = "Interval"

    /// The origin of a setting's value, for the page of settings.
    static func phrase(_ origin: SettingInForce.Origin) -> String {
        switch origin {
        case .option(let name), .variable(let name), .file(let name): name
        case .keys: "the keys + and -"
        case .simulator: "the simulator"
        case .standard: "default"
        }
    }
}

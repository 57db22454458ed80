import Dashboard

/// Whether jobtop only looks, and where that comes from: the option first, then the variable.
struct ReadOnlySetting: Equatable {
    let isOn: Bool
    let origin: SettingInForce.Origin

    /// Reads the option of the dashboard and the variable.
    init(_ command: JobtopCommand, _ environment: [String: String]) {
        self.init(isGiven: command.readOnly, environment)
    }

    /// Reads the option and the variable; only an empty value, `0` and `no` leave actions allowed, since a mistake must not.
    init(isGiven: Bool, _ environment: [String: String]) {
        let value = environment["JOBTOP_READ_ONLY"] ?? ""
        if isGiven {
            (isOn, origin) = (true, .option("--read-only"))
        } else if value.isEmpty {
            (isOn, origin) = (false, .standard)
        } else {
            (isOn, origin) = (!["0", "no", "false", "off"].contains(value.lowercased()), .variable("JOBTOP_READ_ONLY"))
        }
    }
}

import Dashboard
import Intuned
import Runtime
import TextScreen

extension PlatformSettings {
    /// All settings in force; of the key, only whether it is set.
    func inForce(_ command: JobtopCommand, _ environment: [String: String]) -> [SettingInForce] {
        let interval = Wording.duration(command.interval ?? Polling.standardInterval)
        return [
            SettingInForce(
                "Workspace", workspace, from: origin(.workspace, command),
                setBy: "--workspace, INTUNED_WORKSPACE_ID, workspaceId in Intuned.json"),
            SettingInForce(
                "Project", project, from: origin(.project, command),
                setBy: "--project, INTUNED_PROJECT, projectName in Intuned.json"),
            SettingInForce("API key", "set, not shown", from: origin(.apiKey, command), setBy: "--api-key-file, INTUNED_API_KEY"),
            SettingInForce(
                "API address", baseURL, from: origin(.baseURL, command), setBy: "--base-url, INTUNED_API_BASE_URL"),
            SettingInForce(
                "Plain http", command.insecureHTTP ? "allowed everywhere" : "to this machine only",
                from: command.insecureHTTP ? .option("--insecure-http") : .standard, setBy: "--insecure-http"),
            certificates(command, environment),
            SettingInForce(
                Wording.intervalSetting, interval, from: command.interval == nil ? .standard : .option("--interval"),
                setBy: "--interval, then the keys + and -"),
            SettingInForce(
                "Results folder", command.resultsDir ?? ".",
                from: command.resultsDir == nil ? .standard : .option("--results-dir"), setBy: "--results-dir"),
            SettingInForce(
                "Results of failed runs", command.noPeek ? "read after a fetch" : "read when small",
                from: command.noPeek ? .option("--no-peek") : .standard, setBy: "--no-peek"),
            SettingInForce(
                "Request log", command.log ?? "none", from: command.log == nil ? .standard : .option("--log"), setBy: "--log"),
            readOnly(command, environment), actionsFile(environment),
            SettingInForce(
                "Alerts", command.quiet ? "off" : "bell, title, notification",
                from: command.quiet ? .option("--quiet") : .standard, setBy: "--quiet"),
            SettingInForce(
                "Changes", command.still ? "not marked" : "underlined for a second",
                from: command.still ? .option("--still") : .standard, setBy: "--still"),
            SettingInForce(
                Wording.mouseSetting, Wording.mouseValue(command.mouse), from: command.mouse ? .option("--mouse") : .standard,
                setBy: "--mouse, then the key m"),
            characters(command, environment), colors(environment), theme(command, environment),
        ]
    }

    private func origin(_ name: Name, _ command: JobtopCommand) -> SettingInForce.Origin {
        guard let origin = origins[name] else { return .standard }
        if command.demo, case .variable = origin { return .simulator }
        return origin
    }

    private func certificates(_ command: JobtopCommand, _ environment: [String: String]) -> SettingInForce {
        func row(_ value: String, _ origin: SettingInForce.Origin) -> SettingInForce {
            SettingInForce("Certificates", value, from: origin, setBy: "--ca-file, CURL_CA_BUNDLE, SSL_CERT_FILE, SSL_CERT_DIR")
        }
        if let file = command.caFile { return row(file, .option("--ca-file")) }
        for name in ["CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR"] {
            if let file = environment[name], !file.isEmpty { return row(file, .variable(name)) }
        }
        return row("the system's", .standard)
    }

    private func readOnly(_ command: JobtopCommand, _ environment: [String: String]) -> SettingInForce {
        let setting = ReadOnlySetting(command, environment)
        return SettingInForce(
            Wording.readOnlySetting, Wording.readOnlyValue(setting.isOn), from: setting.origin,
            setBy: "--read-only, JOBTOP_READ_ONLY, then the command arm")
    }

    private func actionsFile(_ environment: [String: String]) -> SettingInForce {
        let isNamed = environment["XDG_STATE_HOME"]?.hasPrefix("/") == true
        return SettingInForce(
            "Actions file", ActionLog.path(environment: environment) ?? "none: HOME is not set",
            from: isNamed ? .variable("XDG_STATE_HOME") : .standard, setBy: "XDG_STATE_HOME")
    }

    private func characters(_ command: JobtopCommand, _ environment: [String: String]) -> SettingInForce {
        SettingInForce(
            "Characters", command.ascii ? "ASCII" : "from the locale",
            from: command.ascii ? .option("--ascii") : .standard, setBy: "--ascii, LC_ALL, LC_CTYPE, LANG")
    }

    private func theme(_ command: JobtopCommand, _ environment: [String: String]) -> SettingInForce {
        let setting = try? ThemeSetting(command, environment)
        return SettingInForce(
            "Theme", (setting?.theme ?? .auto).rawValue, from: setting?.origin ?? .standard, setBy: "--theme, JOBTOP_THEME")
    }

    private func colors(_ environment: [String: String]) -> SettingInForce {
        let isOff = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        return SettingInForce(
            "Colors", isOff ? "off" : "from TERM", from: isOff ? .variable("NO_COLOR") : .standard,
            setBy: "NO_COLOR, TERM")
    }
}

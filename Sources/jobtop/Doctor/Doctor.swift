import CurlTransport
import Dashboard
import Glibc
import NcursesTerminal
import ResultsFile
import Runtime
import TextScreen

/// Checks what jobtop needs on this machine, without a request.
struct Doctor {
    let command: JobtopCommand
    let environment: [String: String]

    /// What is found of the machine and its terminal.
    func machine(isTerminal: Bool, size: Size?) -> [Finding] {
        [.ok("jobtop", Version.text.replacing("jobtop ", with: ""))] + terminal(isTerminal: isTerminal, size: size)
            + [locale(), libraries(), resultsFolder(), stateFolder()]
    }

    /// What is found of the settings; each in force is a line.
    func settings(_ settings: Result<PlatformSettings, StartError>) -> [Finding] {
        let platform: PlatformSettings
        switch settings {
        case .failure(let error): return [keyFile(), .fix("settings", error.sentence)].compactMap { $0 }
        case .success(let found): platform = found
        }
        let key = KeyProtection.keyFileWarning(command.platform)
        return platform.inForce(command, environment).map { .ok($0.name, "\($0.value) (\(Wording.phrase($0.origin)))") }
            + [keyFile()].compactMap { $0 } + platform.warnings.filter { $0 != key }.map { .fix("settings file", $0) }
    }

    /// The proxy for the host, without user and password.
    func proxy(isEncrypted: Bool, isThisMachine: Bool) -> Finding {
        if isThisMachine { return .ok("proxy", "none to this machine") }
        return switch CurlTransport.namedProxy(isEncrypted: isEncrypted) {
        case .none: .ok("proxy", "none")
        case .at(let address): .ok("proxy", "\(address), but not for hosts in no_proxy")
        case .invalid: .fix("proxy", "The address of the proxy is not understood. Check https_proxy and all_proxy.")
        }
    }

    private func terminal(isTerminal: Bool, size: Size?) -> [Finding] {
        do {
            let kind = try TerminalKind(term: environment["TERM"])
            let colors = environment["NO_COLOR"]?.isEmpty == false ? "off (NO_COLOR)" : "\(kind.colors) (TERM)"
            return [terminal(kind, isTerminal: isTerminal, size: size), .ok("colors", kind.colors == 0 ? "none" : colors)]
        } catch {
            let sentence = StartError.terminal(error).sentence
            return [isTerminal ? .fix("terminal", sentence) : .unchecked("terminal", sentence)]
        }
    }

    private func terminal(_ kind: TerminalKind, isTerminal: Bool, size: Size?) -> Finding {
        if let standIn = kind.standIn { return .fix("terminal", standIn.notice) }
        guard isTerminal else {
            return .unchecked("terminal", "\(kind.name), but the output is not a terminal. The dashboard needs one.")
        }
        guard let size, size.columns > 0 else { return .ok("terminal", kind.name) }
        let text = "\(kind.name), \(size.columns)x\(size.rows)"
        guard size.columns >= 40, size.rows >= 10 else {
            return .fix("terminal", "\(text). jobtop needs 40x10: make the terminal larger.")
        }
        return .ok("terminal", text)
    }

    private func locale() -> Finding {
        let charset = NcursesTerminal.charset(ofLocale: "")
        if let notice = LocaleNotice(charset: charset, isASCIIWanted: command.ascii, environment: environment) {
            return .fix("locale", notice.notice)
        }
        return .ok("locale", charset == .ascii || command.ascii ? "ASCII only" : "UTF-8")
    }

    private func libraries() -> Finding {
        .ok(
            "libraries",
            "\(TerminalKind.libraryVersion), libcurl \(CurlTransport.libraryVersion), libarchive "
                + "\(ResultsFile.archiveLibraryVersion), simdjson \(ResultsFile.jsonLibraryVersion)")
    }

    private func resultsFolder() -> Finding {
        let folder = command.resultsDir ?? "."
        guard access(folder, W_OK | X_OK) != 0 else { return .ok("results folder", "\(folder) can be written") }
        let reason = errno == ENOENT ? "it does not exist" : "you may not write to it"
        return .fix("results folder", "Cannot write to \(folder): \(reason). Use --results-dir FOLDER.")
    }

    /// The folder of the file of actions and of the ids for shells, which is made with the first of them.
    private func stateFolder() -> Finding {
        guard let folder = StateFolder.path(environment: environment) else {
            return .unchecked(
                "state folder", "none: HOME and XDG_STATE_HOME are not set. No action is recorded, and shells complete no ids.")
        }
        var existing = folder
        while access(existing, F_OK) != 0, existing.count > 1, let slash = existing.lastIndex(of: "/") {
            existing = slash == existing.startIndex ? "/" : String(existing[..<slash])
        }
        guard access(existing, W_OK | X_OK) != 0 else {
            return .ok(
                "state folder", existing == folder ? "\(folder) can be written" : "\(folder) is made when it is first needed")
        }
        return .fix(
            "state folder",
            "Cannot write to \(existing): no action is recorded, and shells complete no new ids. Set XDG_STATE_HOME.")
    }

    /// The protection of the key file; nil if there is none.
    private func keyFile() -> Finding? {
        guard let path = command.apiKeyFile else { return nil }
        return KeyProtection.keyFileWarning(command.platform).map { .fix("key file", $0) }
            ?? .ok("key file", "only you can read \(path)")
    }
}

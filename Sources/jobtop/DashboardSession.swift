import CurlTransport
import Dashboard
import FoundationEssentials
import Glibc
import Intuned
import NcursesTerminal
import Runtime
import Simulator
import TextScreen

/// One session of the dashboard, with its setup and its cleanup.
struct DashboardSession {
    private static let crashSentence =
        "jobtop crashed. The terminal is restored. Please report the crash where you got jobtop, and what you did before.\n"

    let command: JobtopCommand
    let environment: [String: String]

    /// Shows the dashboard until the user quits, then ends the process according to the departure.
    static func run(_ command: JobtopCommand) throws(StartError) {
        try check(command)
        let simulator = command.demo ? try startSimulator(world: command.world, speed: command.speed, port: 0) : nil
        var environment = ProcessInfo.processInfo.environment
        for (name, value) in simulator?.environment ?? [] { environment[name] = value }
        let session = DashboardSession(command: command, environment: environment)
        let departure = try session.run()
        if let simulator { wait { await simulator.stop() } }
        switch departure {
        case .quit: break
        case .signal(let number): Signals.die(of: number)
        case .terminalLost: exit(1)
        }
    }

    /// Checks the values of the options.
    static func checkValues(_ command: JobtopCommand) throws(StartError) {
        if let name = command.firstEmpty { throw .empty(name) }
        if let interval = command.interval, !(1...3600).contains(interval) { throw .interval(interval) }
        try command.platform.check()
    }

    private static func check(_ command: JobtopCommand) throws(StartError) {
        try checkValues(command)
        guard isatty(STDIN_FILENO) == 1 else { throw .noTerminal(stream: "standard input") }
        guard isatty(STDOUT_FILENO) == 1 else { throw .noTerminal(stream: "standard output") }
    }

    /// Starts the simulated platform.
    static func startSimulator(world: World?, speed: Double?, port: Int, faults: [Fault] = []) throws(StartError) -> Simulator {
        let speed = speed ?? 10
        guard (0.1...1000).contains(speed) else { throw .speed(speed) }
        let options = SimulatorOptions(world: world ?? .demo, speed: speed, port: port, faults: faults)
        switch wait({ () async -> Result<Simulator, SimulatorError> in
            do throws(SimulatorError) { return .success(try await Simulator.start(options)) } catch { return .failure(error) }
        }) {
        case .success(let simulator): return simulator
        case .failure(let error): throw .simulator(error)
        }
    }

    private func run() throws(StartError) -> Departure {
        let platform = try PlatformSettings(command.platform, environment: environment) { () throws(StartError) in
            try IntunedFile.nearest(from: FileManager.default.currentDirectoryPath)
        }
        guard let mailbox = Mailbox() else { throw .noDescriptors }
        KeyProtection.apply()
        let curl = try Self.makeTransport(command.platform, environment)
        let transport = try Self.logged(curl, in: command.log, platform)
        let client = IntunedClient(
            baseURL: platform.baseURL, workspaceID: platform.workspace, project: platform.project,
            apiKey: platform.apiKey, transport: transport)
        let log = ActionLog.path(environment: environment).map { ActionLog(path: $0) }
        let seen = command.demo ? nil : SeenFile.of(platform, environment)
        let runner = EffectRunner(
            clients: [.first: client], transport: transport, mailbox: mailbox, log: log, seen: seen.map { [.first: $0] } ?? [:])
        guard let signals = Signals(abandon: { NcursesTerminal.abandon() }) else { throw .noDescriptors }
        let terminal = try openTerminal()
        defer { terminal.close() }
        let loop = EventLoop(terminal: terminal, mailbox: mailbox, signals: signals, runner: runner)
        let departure = loop.run(from: state(platform, terminal))
        terminal.close()
        // Large answers that are being decoded may occupy every thread that a fetch needs to stop. The alarm of a signal would
        // end the process before the partial files of a fetch are removed.
        wait(atMost: Double(Signals.patience) / 2) { await runner.stop() }
        runner.clearAway()
        curl.shutdown()
        return departure
    }

    /// Starts libcurl with these options.
    static func makeTransport(
        _ platform: PlatformOptions, _ environment: [String: String]
    ) throws(StartError) -> CurlTransport {
        var options = CurlTransport.Options(
            userAgent: "jobtop/\(Version.number)", caFile: platform.caFile, environment: environment)
        options.allowsUnencrypted = platform.insecureHTTP
        do {
            return try CurlTransport(options: options)
        } catch {
            throw .transport(error)
        }
    }

    /// The transport, which logs its requests to a file if one is named.
    static func logged(
        _ transport: CurlTransport, in path: String?, _ platform: PlatformSettings
    ) throws(StartError) -> any HTTPTransport {
        guard let path else { return transport }
        do {
            return LoggingTransport(transport, log: try RequestLog(path: path), platform: platform.baseURL)
        } catch {
            throw .log(error)
        }
    }

    private func openTerminal() throws(StartError) -> NcursesTerminal {
        let theme = try ThemeSetting(command, environment).theme
        do {
            return try NcursesTerminal(
                forcesASCII: command.ascii, usesColor: environment["NO_COLOR"]?.isEmpty ?? true, theme: theme,
                colorFGBG: environment["COLORFGBG"], isQuiet: command.quiet,
                isInTmux: environment["TMUX"]?.isEmpty == false, crashSentence: Self.crashSentence)
        } catch {
            throw .terminal(error)
        }
    }

    private func notices(of terminal: NcursesTerminal) -> [String] {
        let locale = LocaleNotice(charset: terminal.charset, isASCIIWanted: command.ascii, environment: environment)
        let mouse = command.mouse && !terminal.knowsMouse ? Wording.mouseIsUnknown : nil
        return [terminal.standIn?.notice, locale?.notice, mouse].compactMap { $0 }
    }

    private func state(_ platform: PlatformSettings, _ terminal: NcursesTerminal) -> State {
        let settings = Settings(
            profile: ProfileSettings(
                project: platform.project, host: platform.host, webOrigin: PlatformSettings.webOrigin),
            isDemo: command.demo, isQuiet: command.quiet, isReadOnly: ReadOnlySetting(command, environment).isOn,
            usesMouse: command.mouse && terminal.reportMouse(true), peeks: !command.noPeek, isStill: command.still,
            keepsSeen: !command.demo && SeenFile.path(environment: environment) != nil,
            resultsFolder: command.resultsDir ?? ".", charset: terminal.charset,
            hasEighths: environment["TERM"] != "linux",
            offsets: .local(around: Date()),
            warnings: platform.warnings + notices(of: terminal),
            inForce: platform.inForce(command, environment))
        var pages: [Page] = []
        if let job = command.jobID {
            pages.append(.runs(RunsPage(profile: .first, job: job, selected: command.runID)))
            if let run = command.runID { pages.append(.run(RunPage(key: RunKey(profile: .first, job: job, run: run)))) }
        }
        let polling = Polling(interval: command.interval ?? Polling.standardInterval, seed: UInt64.random(in: .min ... .max))
        return State(settings: settings, size: terminal.size, now: .now, polling: polling, pages: pages)
    }
}

import CurlTransport
import Dashboard
import FoundationEssentials
import Intuned
import Runtime
import Simulator

/// The platform as a command reaches it: found by the options, the environment and Intuned.json like that of the dashboard.
struct CommandPlatform: Sendable {
    /// Where the platform is, and which project is meant.
    let settings: PlatformSettings
    /// Asks the platform with patience.
    let client: PatientClient
    /// Asks the platform once; for code that has its own patience, such as a fetch.
    let single: IntunedClient
    /// Sends requests to the store of results.
    let transport: any HTTPTransport
    /// Keeps ids for the completion in a shell; nil for the simulator and without a home.
    let seen: SeenFile?
    private let curl: CurlTransport
    private let simulator: Simulator?

    /// Connects; with `--demo` to a simulator in this process.
    ///
    /// - Parameters:
    ///   - patience: seconds for which failures are retried.
    ///   - surroundings: where variables come from, and where warnings and notes go.
    static func open(
        _ options: PlatformOptions, patience: Double, _ surroundings: CommandSurroundings
    ) throws(StartError) -> CommandPlatform {
        try options.check()
        let simulator =
            options.demo ? try DashboardSession.startSimulator(world: options.world, speed: options.speed, port: 0) : nil
        let environment = surroundings.environment.merging(simulator?.environment ?? []) { _, simulated in simulated }
        let settings = try PlatformSettings(options, environment: environment) { () throws(StartError) in
            try IntunedFile.nearest(from: FileManager.default.currentDirectoryPath)
        }
        KeyProtection.apply()
        settings.warnings.forEach(surroundings.note)
        let curl = try DashboardSession.makeTransport(options, environment)
        let transport = try DashboardSession.logged(curl, in: options.log, settings)
        let single = IntunedClient(
            baseURL: settings.baseURL, workspaceID: settings.workspace, project: settings.project, apiKey: settings.apiKey,
            transport: transport)
        let client = PatientClient(single, host: settings.host, patience: patience) { error, wait in
            let reason =
                error.map { Wording.sentence($0, host: settings.host) } ?? "The request budget of this minute is used up."
            surroundings.tellWatcher("\(reason) Next request in \(Wording.duration(max(1, wait))).")
        }
        return CommandPlatform(
            settings: settings, client: client, single: single, transport: transport,
            seen: simulator == nil ? SeenFile.of(settings, environment) : nil, curl: curl, simulator: simulator)
    }

    /// Ends the connections and the simulator.
    func close() {
        curl.shutdown()
        if let simulator { wait { await simulator.stop() } }
    }
}

import CurlTransport
package import Dashboard
package import FoundationEssentials
package import Intuned
import Runtime
package import Simulator
package import TextScreen

/// The whole program except its terminal, against the simulated platform over real sockets, as fast as possible.
///
/// While an answer is outstanding the clock runs in real time, or stands if the rehearsal is to go the same way each time; otherwise
/// it jumps to the next event.
package final class Rehearsal {
    /// The state of the dashboard.
    package private(set) var state: State
    /// Requests sent so far.
    package private(set) var polls = 0
    /// The most requests that were running at once.
    package private(set) var mostInFlight = 0
    /// The simulated platform.
    package private(set) var simulator: Simulator
    /// The clock of the rehearsal.
    package let clock: RehearsalClock
    /// The name of the request log; a full log is renamed to the same name with `.1` appended.
    package static let logName = "requests.log"
    /// Bytes after which the log is renamed.
    package static let logLimit = 64_000

    private var inFlight = 0
    private var world: World
    private let curl: CurlTransport
    private let network: Network
    private let mailbox: Mailbox
    private let runner: EffectRunner
    private let isExact: Bool

    /// Starts the platform and opens the dashboard on it.
    ///
    /// - Parameters:
    ///   - start: the instant at which the clock starts.
    ///   - wallAhead: seconds by which the wall clock of the dashboard's machine is ahead of the true time.
    ///   - timeout: real seconds that a request may take.
    ///   - key: the API key of the shown profile; the platform's own unless given.
    ///   - otherKeys: the keys of further profiles on the same platform; nil for its own key.
    ///   - isReadOnly: whether the dashboard is started to look only.
    ///   - folder: the folder for fetched results, the request log and the file of actions; without one nothing is logged.
    ///   - pages: the pages above the list of jobs.
    ///   - isDemo: whether the dashboard knows that the platform is simulated.
    ///   - isExact: whether the clock stands while an answer is outstanding, so that each screen is always the same.
    package init(
        world: World = .demo, size: Size = Size(columns: 160, rows: 40), interval: Double = 3, timeout: Double = 15,
        start: Date = Date(timeIntervalSince1970: 1_795_456_800), wallAhead: Double = 0, offsets: UTCOffsets = .fixed(0),
        seed: UInt64 = 1, key: String? = nil, otherKeys: [String?] = [], isReadOnly: Bool = false,
        folder: String? = nil, pages: [Page] = [], isDemo: Bool = false, isExact: Bool = false
    ) async throws {
        self.world = world
        self.isExact = isExact
        clock = RehearsalClock(start: start)
        clock.setWall(aheadBy: wallAhead)
        simulator = try await Self.simulator(world, port: 0, clock)
        guard let mailbox = Mailbox() else { throw CocoaError(.fileReadTooLarge) }
        self.mailbox = mailbox
        let curl = try CurlTransport()
        self.curl = curl
        network = Network(curl)
        let transport = try Self.logged(network, in: folder, platform: simulator.baseURL)
        let given = Dictionary(uniqueKeysWithValues: simulator.environment.map { ($0.name, $0.value) })
        let (baseURL, project) = (simulator.baseURL, given["INTUNED_PROJECT"] ?? "")
        let clients = ([key] + otherKeys).enumerated().map { place, key in
            let client = IntunedClient(
                baseURL: baseURL, workspaceID: given["INTUNED_WORKSPACE_ID"] ?? "", project: project,
                apiKey: Secret(key ?? given["INTUNED_API_KEY"] ?? ""), transport: transport, timeout: timeout)
            return (ProfileID(place), client)
        }
        runner = EffectRunner(
            clients: Dictionary(uniqueKeysWithValues: clients), transport: transport, mailbox: mailbox,
            log: ActionLog(path: "\(folder ?? "/dev/null")/\(ActionLog.name)"))
        let settings = Settings(
            profile: ProfileSettings(project: project, host: "127.0.0.1"),
            others: otherKeys.map { _ in ProfileSettings(project: project, host: "127.0.0.1") }, isDemo: isDemo,
            isReadOnly: isReadOnly, resultsFolder: folder ?? ".", offsets: offsets)
        let polling = Polling(interval: interval, seed: seed)
        state = State(settings: settings, size: size, now: clock.now, polling: polling, pages: pages)
        send([.resized(size)])
    }

    /// Closes everything.
    package func end() async {
        await runner.stop()
        curl.shutdown()
        await simulator.stop()
    }

    /// The current screen.
    package var canvas: Canvas { draw(state) }

    /// The top line of the screen.
    package var header: String { line(0, of: canvas) }

    /// The text of the screen.
    package var screen: String {
        let canvas = canvas
        return (0..<canvas.size.rows).map { line($0, of: canvas) }.joined(separator: "\n")
    }

    /// Whether the data on the screen is as recent as polling promises.
    package var isLive: Bool { state.age?.freshness == .live }

    /// Whether a request is running.
    package var isAsking: Bool { inFlight > 0 }

    /// Whether a fetch is waiting or running.
    package var isFetching: Bool { state.fetches.values.contains(where: \.isUnderWay) }

    /// Presses keys.
    package func press(_ keys: Key...) { press(keys) }

    /// Presses keys.
    package func press(_ keys: [Key]) { send(keys.map(Message.keyPressed)) }

    /// Changes the size of the terminal.
    package func resize(_ size: Size) { send([.resized(size)]) }

    /// Continues to the next event: the outstanding answer if there is one, otherwise the instant for which the dashboard waits.
    package func step() async {
        let began = Dashboard.Moment.now
        if patience > 0 { await mailbox.wait(milliseconds: patience) }
        let messages = mailbox.drain()
        inFlight -= messages.count(where: \.isAnswer)
        if messages.isEmpty, !isWaiting {
            clock.advance(by: max(0.001, state.wakesAt - clock.now.uptime))
        } else if !isExact {
            clock.advance(by: began.seconds(until: .now))
        }
        send(messages.isEmpty ? [.timePassed] : messages)
    }

    /// Continues until a condition is true; returns false if it is not within this many seconds of the clock.
    package func goes(on seconds: Double, until isTrue: (Rehearsal) -> Bool) async -> Bool {
        let deadline = clock.now.uptime + seconds
        while !isTrue(self) {
            guard clock.now.uptime < deadline else { return false }
            await step()
        }
        return true
    }

    /// Breaks the network: every request from now on ends with this error, until it is repaired with nil.
    package func breakNetwork(_ error: HTTPTransportError?) { network.breakDown(error) }

    /// Stops the platform, and starts it again on the same port after this many seconds without a server; its runs start again.
    package func restartPlatform(as world: World? = nil, after seconds: Double = 0) async throws {
        self.world = world ?? self.world
        let port = URL(string: simulator.baseURL)?.port ?? 0
        await simulator.stop()
        // Otherwise another program's server might get the port and answer.
        let keptPort = KeptPort(port)
        _ = await goes(on: seconds) { _ in false }
        simulator = try await Self.simulator(self.world, port: port, clock)
        withExtendedLifetime(keptPort) {}
    }

    /// Whether something runs in real time, so that the clock must not jump.
    private var isWaiting: Bool { isAsking || isFetching || isExact && state.reading != nil && !state.hasAllItShows }

    /// Milliseconds for which a step waits for messages; the reader of a file answers soon or not at all.
    private var patience: Int32 { isWaiting ? 100 : state.reading != nil ? 2 : 0 }

    private func send(_ messages: [Message]) {
        for effect in messages.flatMap({ state.update($0, at: clock.now) }) {
            switch effect {
            case .call, .act(.send):
                polls += 1
                inFlight += 1
                mostInFlight = max(mostInFlight, inFlight)
                runner.run(effect)
            case .fetch, .read, .save, .act(.record), .keepSeen: runner.run(effect)
            case .terminal, .quit: break
            }
        }
    }

    private func line(_ row: Int, of canvas: Canvas) -> String { (0..<canvas.size.columns).map { canvas[$0, row].text }.joined() }

    private static func simulator(_ world: World, port: Int, _ clock: RehearsalClock) async throws -> Simulator {
        try await Simulator.start(SimulatorOptions(world: world, speed: 10, port: port)) {
            .init(milliseconds: Int64(clock.truth.timeIntervalSince1970 * 1000))
        }
    }

    /// A log so small that it is often renamed.
    private static func logged(_ transport: Network, in folder: String?, platform: String) throws -> any HTTPTransport {
        guard let folder else { return transport }
        let log = try RequestLog(path: "\(folder)/\(logName)", limit: logLimit)
        return LoggingTransport(transport, log: log, platform: platform)
    }
}

extension Message {
    /// Whether the message ends a request.
    fileprivate var isAnswer: Bool {
        switch self {
        case .jobsLoaded, .runsLoaded, .runLoaded, .actionAnswered: true
        case .keyPressed, .pasted, .focusChanged, .resized, .timePassed, .continued, .fetchProgressed, .linkRenewed, .fetchEnded,
            .read, .saved, .copied, .mouseUsed, .mouseSwitched, .actionNotRecorded:
            false
        }
    }
}

import CurlTransport
package import Dashboard
import Dispatch
package import FoundationEssentials
import Glibc
import Intuned
import Runtime
package import Simulator
package import TextScreen

/// The whole program but its terminal, against the simulated platform over real sockets, in a time that goes as fast as it can.
///
/// While an answer is outstanding the clock goes as in life; otherwise it jumps to the next instant at which something happens.
package final class Rehearsal {
    /// What the dashboard knows and shows.
    package private(set) var state: State
    /// Requests begun so far.
    package private(set) var polls = 0
    /// The most requests that were under way at once.
    package private(set) var mostInFlight = 0
    /// The platform.
    package private(set) var simulator: Simulator
    /// The time.
    package let clock: RehearsalClock
    private var inFlight = 0
    private let world: World
    private let transport: CurlTransport
    private let mailbox: Mailbox
    private let runner: EffectRunner

    /// Starts the platform and opens the dashboard on it.
    ///
    /// - Parameters:
    ///   - start: the instant at which the clock begins.
    ///   - timeout: real seconds that a request may take.
    package init(
        world: World = .demo, size: Size = Size(columns: 160, rows: 40), interval: Double = 3, timeout: Double = 15,
        start: Date = Date(timeIntervalSince1970: 1_795_456_800), offsets: UTCOffsets = .fixed(0), seed: UInt64 = 1
    ) async throws {
        self.world = world
        clock = RehearsalClock(start: start)
        simulator = try await Self.simulator(world, port: 0, clock)
        guard let mailbox = Mailbox() else { throw CocoaError(.fileReadTooLarge) }
        self.mailbox = mailbox
        transport = try CurlTransport()
        let given = Dictionary(uniqueKeysWithValues: simulator.environment.map { ($0.name, $0.value) })
        let client = IntunedClient(
            baseURL: simulator.baseURL, workspaceID: given["INTUNED_WORKSPACE_ID"] ?? "", project: given["INTUNED_PROJECT"] ?? "",
            apiKey: Secret(given["INTUNED_API_KEY"] ?? ""), transport: transport, timeout: timeout)
        runner = EffectRunner(client: client, transport: transport, mailbox: mailbox)
        let settings = Settings(project: given["INTUNED_PROJECT"] ?? "", host: "127.0.0.1", offsets: offsets)
        state = State(settings: settings, size: size, now: clock.now, polling: Polling(interval: interval, seed: seed))
        send([.resized(size)])
    }

    /// Closes everything.
    package func end() async {
        await runner.stop()
        transport.shutdown()
        await simulator.stop()
    }

    /// The picture that would be on the screen.
    package var canvas: Canvas { draw(state) }

    /// The picture's top line.
    package var header: String { line(0, of: canvas) }

    /// The picture's text.
    package var screen: String {
        let canvas = canvas
        return (0..<canvas.size.rows).map { line($0, of: canvas) }.joined(separator: "\n")
    }

    /// Whether the data on the screen is as young as it should be.
    package var isLive: Bool { state.age?.freshness == .live }

    /// Presses keys.
    package func press(_ keys: Key...) { send(keys.map(Message.keyPressed)) }

    /// Gives the terminal another size.
    package func resize(_ size: Size) { send([.resized(size)]) }

    /// Goes on to whatever comes first: an answer if one is outstanding, otherwise the instant that the dashboard waits for.
    package func step() async {
        guard inFlight > 0 else {
            clock.advance(by: max(0.001, state.wakesAt - clock.now.uptime))
            return send([.timePassed])
        }
        let began = Dashboard.Moment.now
        await Self.readable(mailbox.descriptor, milliseconds: 100)
        clock.advance(by: began.seconds(until: .now))
        let messages = mailbox.drain()
        inFlight -= messages.count(where: \.isAnswer)
        send(messages.isEmpty ? [.timePassed] : messages)
    }

    /// Goes on until something is true; false when it is not within so many seconds of the clock.
    package func goes(on seconds: Double, until isTrue: (Rehearsal) -> Bool) async -> Bool {
        let deadline = clock.now.uptime + seconds
        while !isTrue(self) {
            guard clock.now.uptime < deadline else { return false }
            await step()
        }
        return true
    }

    /// Ends the platform, and starts it anew on the same port after so many seconds; its runs begin again.
    package func restartPlatform(after seconds: Double = 0) async throws {
        let port = URL(string: simulator.baseURL)?.port ?? 0
        await simulator.stop()
        _ = await goes(on: seconds) { _ in false }
        simulator = try await Self.simulator(world, port: port, clock)
    }

    private func send(_ messages: [Message]) {
        for effect in messages.flatMap({ state.update($0, at: clock.now) }) {
            switch effect {
            case .loadJobs, .loadRuns, .loadRun:
                polls += 1
                inFlight += 1
                mostInFlight = max(mostInFlight, inFlight)
                runner.run(effect)
            case .fetchResults, .cancelFetch, .read: runner.run(effect)
            case .copy, .redraw, .suspend, .quit: break
            }
        }
    }

    private func line(_ row: Int, of canvas: Canvas) -> String { (0..<canvas.size.columns).map { canvas[$0, row].text }.joined() }

    private static func simulator(_ world: World, port: Int, _ clock: RehearsalClock) async throws -> Simulator {
        try await Simulator.start(SimulatorOptions(world: world, speed: 10, port: port)) {
            .init(milliseconds: Int64(clock.now.wall.timeIntervalSince1970 * 1000))
        }
    }

    /// Waits on a thread that may be blocked, as those of Tasks may not.
    private static func readable(_ descriptor: Int32, milliseconds: Int32) async {
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            DispatchQueue.global().async {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                _ = poll(&waiting, 1, milliseconds)
                done.resume()
            }
        }
    }
}

extension Message {
    /// Whether it ends a request.
    fileprivate var isAnswer: Bool {
        switch self {
        case .jobsLoaded, .runsLoaded, .runLoaded: true
        case .keyPressed, .resized, .timePassed, .continued, .fetchProgressed, .fetchEnded, .read, .copied: false
        }
    }
}

import Synchronization

@testable import Simulator

/// A simulator on real ports whose clock is advanced by hand.
struct Stage {
    let simulator: Simulator
    let clock: ManualClock
    let options: SimulatorOptions

    /// Runs a test with a simulator, and stops it afterwards.
    static func with(_ world: World = .demo, faults: [Fault] = [], _ test: (Stage) async throws -> Void) async throws {
        let clock = ManualClock(Scene.start)
        let options = SimulatorOptions(world: world, speed: 10, faults: faults)
        let simulator = try await Simulator.start(options) { clock.now }
        do {
            try await test(Stage(simulator: simulator, clock: clock, options: options))
        } catch {
            await simulator.stop()
            throw error
        }
        await simulator.stop()
    }

    var port: Int {
        get throws { try Stage.port(of: simulator.baseURL) }
    }

    var root: String { "/api/v1/workspace/\(options.workspaceID)/projects/\(options.project)" }

    var key: [String: String] { ["x-api-key": options.apiKey] }

    /// A call on a separate connection.
    func call(_ method: String, _ path: String, body: String = "") throws -> RawAnswer {
        let connection = try RawConnection(port: port)
        connection.send(method, root + path, key, body: body)
        return connection.receive()
    }

    /// A request with other headers, or outside the project.
    func send(_ method: String, _ target: String, _ headers: [String: String] = [:], body: String = "") throws -> RawAnswer {
        let connection = try RawConnection(port: port)
        connection.send(method, target, headers, body: body)
        return connection.receive()
    }

    /// A run of a job that has ended with items.
    func endedRun(of job: String) throws -> String {
        let rows = try call("GET", "/jobs/\(job)/runs?pageSize=100&sortBy=created_at,desc").json["jobRuns"]?.elements ?? []
        return rows.first { $0["end_time"] != .null && $0["successful_runs"] != .number(0) }?["id"]?.text ?? ""
    }

    /// The link to the results of a run, as port and target.
    func link(job: String = "catalogue-sync", run: String) throws -> (port: Int, target: String) {
        let url = try call("GET", "/jobs/\(job)/runs/\(run)").json["results"]?["signed_url"]?.text ?? ""
        return (try Stage.port(of: url), "/" + url.split(separator: "/", maxSplits: 2)[2])
    }

    private struct NoPort: Error {}

    private static func port(of url: String) throws -> Int {
        guard let port = url.split(separator: "/").dropFirst().first?.split(separator: ":").last.flatMap({ Int($0) }) else {
            throw NoPort()
        }
        return port
    }
}

/// A clock that advances only by hand.
final class ManualClock: Sendable {
    private let moment: Mutex<Moment>

    init(_ moment: Moment) {
        self.moment = Mutex(moment)
    }

    var now: Moment { moment.withLock { $0 } }

    func advance(by span: Duration) {
        moment.withLock { $0 = $0 + span }
    }
}

import CurlTransport
import Dashboard
import FoundationEssentials
import Intuned
import Rehearsal
import Simulator
import Synchronization

@testable import jobtop

/// The simulated platform over a socket, and a clock that jumps over every wait of a command.
final class SimulatedPlatform: Sendable {
    static let start = Date(timeIntervalSince1970: 1_795_456_800)

    let simulator: Simulator
    let curl: CurlTransport
    private let rehearsal = RehearsalClock(start: start)
    private let plan = Mutex<[(second: Double, action: @Sendable (Simulator) async -> Void)]>([])

    /// Serves a world that runs at a fixed speed.
    init(_ world: World = .demo, speed: Double = 10) async throws {
        let clock = rehearsal
        simulator = try await Simulator.start(SimulatorOptions(world: world, speed: speed)) {
            .init(milliseconds: Int64((clock.truth.timeIntervalSince1970 * 1000).rounded()))
        }
        curl = try CurlTransport()
    }

    func stop() async {
        curl.shutdown()
        await simulator.stop()
    }

    /// The clock of the command.
    var clock: CommandClock {
        CommandClock(now: { self.rehearsal.now }, wait: { await self.advance($0) })
    }

    /// Does something once so many seconds have passed since the start.
    func after(_ second: Double, _ action: @escaping @Sendable (Simulator) async -> Void) {
        plan.withLock { $0.append((second, action)) }
    }

    /// Lets time pass, and does what is planned for it.
    private func advance(_ seconds: Double) async {
        rehearsal.advance(by: seconds)
        let due = plan.withLock { plan in
            let due = plan.filter { $0.second <= rehearsal.awake }
            plan.removeAll { $0.second <= rehearsal.awake }
            return due
        }
        for (_, action) in due { await action(simulator) }
    }

    /// A client of the project; with a wrong key if one is given.
    func client(key: String? = nil) -> IntunedClient {
        let given = Dictionary(simulator.environment.map { ($0.name, $0.value) }) { first, _ in first }
        return IntunedClient(
            baseURL: simulator.baseURL, workspaceID: given["INTUNED_WORKSPACE_ID"] ?? "",
            project: given["INTUNED_PROJECT"] ?? "", apiKey: Secret(key ?? given["INTUNED_API_KEY"] ?? ""), transport: curl)
    }

    /// Starts a run of a job; its id.
    func trigger(_ job: String) async throws -> String {
        try await client().call(Endpoints.trigger(job: job)).value.jobRunID
    }
}

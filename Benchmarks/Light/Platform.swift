import FoundationEssentials
import Simulator

/// A simulated platform that one program shows, so that its requests can be counted.
struct Platform {
    let simulator: Simulator
    /// The variables that lead a program to it.
    let variables: [String: String]
    /// An empty folder.
    let home: String

    /// Starts a platform.
    static func start(_ world: World, jobs: Int? = nil, home: String) async throws -> Platform {
        let simulator = try await Simulator.start(SimulatorOptions(world: world, jobs: jobs))
        let variables = Dictionary(uniqueKeysWithValues: simulator.environment.map { ($0.name, $0.value) })
        return Platform(simulator: simulator, variables: variables, home: home)
    }

    /// The requests so far.
    var requests: Int { simulator.requestCount }
}

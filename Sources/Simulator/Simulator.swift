internal import Glibc
internal import NIOCore
internal import NIOPosix
internal import Synchronization

/// The simulated platform on the loopback address: its API on one port, the store of results files on another.
///
/// It does nothing between requests: each request advances it to the present.
package final class Simulator: Sendable {
    /// The URL of the API: `http://127.0.0.1:PORT/api/v1/workspace`.
    package let baseURL: String
    /// The environment variables that make a client use it, with their values.
    package let environment: [(name: String, value: String)]

    private let exchange: Exchange
    private let group: MultiThreadedEventLoopGroup

    private init(_ options: SimulatorOptions, exchange: Exchange, group: MultiThreadedEventLoopGroup, apiPort: Int) {
        (self.exchange, self.group) = (exchange, group)
        baseURL = "http://127.0.0.1:\(apiPort)/api/v1/workspace"
        environment = [
            ("INTUNED_API_BASE_URL", baseURL), ("INTUNED_API_KEY", options.apiKey),
            ("INTUNED_WORKSPACE_ID", options.workspaceID), ("INTUNED_PROJECT", options.project),
        ]
    }

    /// Opens both ports.
    ///
    /// Uses the machine's clock unless another is given.
    package static func start(
        _ options: SimulatorOptions, now: @escaping @Sendable () -> Moment = Moment.now
    ) async throws(SimulatorError) -> Simulator {
        guard (0.01...10_000).contains(options.speed) else { throw .speedOutOfRange(options.speed) }
        guard (0...65_535).contains(options.port) else { throw .portNotAvailable(options.port) }
        var dice = Dice(options.seed).fork(4)
        let identity = Identity(
            apiKey: options.apiKey, workspaceID: options.workspaceID, project: options.project, projectID: dice.uuid())
        let platform = Platform(
            plans: options.world.plans(options.jobs), identity: identity, seed: options.seed, speed: options.speed, at: now())
        let exchange = Exchange(platform: platform, faults: options.faults, now: now)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do {
            let api = try await Listener.open(.api, port: options.port, exchange: exchange, on: group)
            let store = try await Listener.open(.store, port: 0, exchange: exchange, on: group)
            let apiPort = api.localAddress?.port ?? options.port
            let storeOrigin = "http://127.0.0.1:\(store.localAddress?.port ?? 0)"
            exchange.state.withLock { $0.storeOrigin = storeOrigin }
            return Simulator(options, exchange: exchange, group: group, apiPort: apiPort)
        } catch {
            try? await group.shutdownGracefully()
            throw SimulatorError(error, port: options.port)
        }
    }

    /// Closes both ports and all connections.
    package func stop() async {
        try? await group.shutdownGracefully()
    }

    /// Sets these faults and clears all others.
    package func setFaults(_ faults: [Fault]) {
        exchange.state.withLock { $0.faults = FaultTable(faults) }
    }

    /// The last thousand requests, the oldest first.
    package var requests: [RequestRecord] {
        exchange.state.withLock { $0.log.records }
    }

    /// The number of all requests.
    package var requestCount: Int {
        exchange.state.withLock { $0.log.count }
    }
}

extension SimulatorError {
    fileprivate init(_ error: any Error, port: Int) {
        if let error = error as? IOError, error.errnoCode == EADDRINUSE || error.errnoCode == EACCES {
            self = .portNotAvailable(port)
        } else {
            self = .notStarted("\(error)")
        }
    }
}

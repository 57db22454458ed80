import CurlTransport
import Dashboard
import Intuned
import Simulator

@testable import Runtime

/// The simulated platform, a client that uses libcurl, and an empty folder.
struct Scene {
    let simulator: Simulator
    let transport: CurlTransport
    let client: IntunedClient
    let folder = Folder()

    /// Runs a test, and stops the simulator afterwards.
    static func with(_ world: World = .files, _ test: (Scene) async throws -> Void) async throws {
        let options = SimulatorOptions(world: world, speed: 10)
        let simulator = try await Simulator.start(options)
        let transport = try CurlTransport()
        let client = IntunedClient(
            baseURL: simulator.baseURL, workspaceID: options.workspaceID, project: options.project,
            apiKey: Secret(options.apiKey), transport: transport)
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await test(Scene(simulator: simulator, transport: transport, client: client)))
        } catch {
            outcome = .failure(error)
        }
        transport.shutdown()
        await simulator.stop()
        try outcome.get()
    }

    /// The run with that file.
    func key(_ file: Gallery) async throws -> RunKey {
        let list = Endpoints.jobRuns(job: Gallery.job, pageSize: 100, sortBy: "created_at,asc")
        return RunKey(profile: .first, job: Gallery.job, run: try await client.call(list).value.runs[file.place].id)
    }

    /// The platform's answer about the results of a run.
    func results(of key: RunKey) async throws -> RunResults? {
        try await client.call(Endpoints.jobRun(job: key.job, run: key.run)).value.results
    }

    /// The whole file in the store; clears the faults.
    func original(of key: RunKey) async throws -> [UInt8] {
        simulator.setFaults([])
        let url = try await results(of: key)?.signedURL.reveal() ?? ""
        return try await transport.body(of: HTTPRequest(url: url), limit: 64 << 20).1
    }

    /// Fetches the results of a run into the folder.
    func fetch(
        _ key: RunKey, into folder: String? = nil, replaces: Bool = false, client: IntunedClient? = nil,
        transport: (any HTTPTransport)? = nil, stall: Double = 30, reserve: Int = 0,
        after interruptions: Interruptions = Interruptions(),
        report: @escaping @Sendable (FetchProgress) -> Void = { _ in }
    ) async -> Result<FetchedFile, FetchFailure> {
        let fetch = ResultsFetch(
            order: FetchOrder(key, folder: folder ?? self.folder.path, replaces: replaces), client: client ?? self.client,
            transport: transport ?? self.transport, report: report, stall: stall, pause: 0.001, reserve: reserve,
            interruptions: interruptions)
        do throws(FetchFailure) { return .success(try await fetch.run()) } catch { return .failure(error) }
    }

    /// The path of a fetched file.
    func path(_ key: RunKey, _ ending: String = "jsonl") -> String { "\(folder.path)/\(key.job)-\(key.run).\(ending)" }

    /// The requests to the store, in order.
    var storeRequests: [RequestRecord] { simulator.requests.filter { $0.origin == .store } }

    /// For each request to the store, whether it asked for a part.
    var rangesAsked: [Bool] { storeRequests.map { $0.headerNames.contains("range") } }

    /// The number of requests to the platform for a single run.
    var runsAsked: Int { simulator.requests.filter { $0.origin == .api && !$0.target.contains("?") }.count }
}

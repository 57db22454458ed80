import Foundation
import Simulator
import Testing

/// The simulated platform at one moment: every answer is the same again.
final class StillPlatform {
    private let simulator: Simulator
    /// A folder for the files of a command.
    let folder: URL

    private init(_ simulator: Simulator, _ folder: URL) { (self.simulator, self.folder) = (simulator, folder) }

    /// Serves a world as it is at noon.
    static func with(
        _ world: World = .demo, faults: [String] = [], _ body: (StillPlatform) async throws -> Void
    ) async throws {
        let options = SimulatorOptions(world: world, faults: try faults.map { try Fault($0) })
        let noon = Moment(milliseconds: 1_795_867_200_000)
        let simulator = try await Simulator.start(options) { noon }
        let folder = FileManager.default.temporaryDirectory.appending(path: "jobtop-commands-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let platform = StillPlatform(simulator, folder)
        do {
            try await body(platform)
        } catch {
            await platform.end()
            throw error
        }
        await platform.end()
    }

    private func end() async {
        await simulator.stop()
        try? FileManager.default.removeItem(at: folder)
    }

    /// The variables for a command; nothing of the machine's own.
    var environment: [String: String] {
        Dictionary(simulator.environment.map { ($0.name, $0.value) }) { first, _ in first }
            .merging(["LANG": "C.UTF-8", "TERM": "xterm", "TZ": "UTC", "TMPDIR": folder.path, "XDG_STATE_HOME": folder.path]) {
                $1
            }
    }

    /// Runs a command without a terminal, in the folder.
    func run(_ arguments: [String]) throws -> ShellCommand {
        try ShellCommand.run("env", ["-C", folder.path, Jobtop.path] + arguments, environment: environment)
    }

    /// The number of requests so far.
    var requestCount: Int { simulator.requests.count }
}

import Foundation
import Glibc
import Simulator
import Testing

/// What scripts and Prometheus get holds no secret.
@Suite struct FleetSecretsTests {
    @Test(arguments: ["demo", "failing", "strange"]) func noMetricAndNoLineHoldsASecret(world: String) throws {
        let platform = try Platform(world: world)
        let key = try #require(platform.environment["INTUNED_API_KEY"])
        let state = FileManager.default.temporaryDirectory.appending(path: "jobtop-\(UUID().uuidString)").path
        defer { unlink(state) }
        var artefacts = Artefacts()
        func add(_ arguments: String...) throws {
            let ended = try ShellCommand.run(Jobtop.path, arguments, environment: platform.environment)
            artefacts.add(arguments.joined(separator: " "), ended.output + ended.errors)
            #expect(!(ended.output + ended.errors).isEmpty, "\(arguments)")
        }
        try add("metrics")
        try add("problems", "--nagios")
        for job in try jobs(of: platform) {
            try add("watch", job, "--timeout", "0.1")
            try add("watch", job, "--json", "--timeout", "0.1", "--state", state)
            if let data = FileManager.default.contents(atPath: state) { artefacts.add("state of \(job)", data) }
            unlink(state)
        }
        #expect(artefacts.names.count > 5)
        #expect(artefacts.leaks(of: World.secrets + [key]) == [])
    }

    /// The first jobs, whose names are plain.
    private func jobs(of platform: Platform) throws -> [String] {
        let listed =
            try JSONSerialization.jsonObject(with: Data(platform.body(at: try address(of: platform)))) as? [[String: Any]]
        return (listed ?? []).compactMap { $0["id"] as? String }.filter { $0.allSatisfy { $0.isASCII } }.prefix(6).map { $0 }
    }

    private func address(of platform: Platform) throws -> String {
        let base = try #require(platform.environment["INTUNED_API_BASE_URL"])
        let workspace = try #require(platform.environment["INTUNED_WORKSPACE_ID"])
        return "\(base)/\(workspace)/projects/\(platform.environment["INTUNED_PROJECT"] ?? "")/jobs"
    }
}

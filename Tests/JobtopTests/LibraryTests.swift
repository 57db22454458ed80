import Foundation
import Intuned
import Simulator
import Testing

/// docs/INTUNED.md: its code compiles and works as described, and its tables name every error.
struct LibraryTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func page() throws -> String {
        try String(contentsOf: root.appending(path: "docs/INTUNED.md"), encoding: .utf8)
    }

    @Test(arguments: ["transport", "list", "poll", "fetch"]) func pageShowsTheCompiledExample(name: String) throws {
        let source = try String(contentsOf: Self.root.appending(path: "Tests/JobtopTests/LibraryExamples.swift"), encoding: .utf8)
        let start = try #require(source.range(of: "// example \(name)\n")?.upperBound)
        let end = try #require(source.range(of: "// end \(name)")?.lowerBound)
        #expect(try Self.page().contains("```swift\n\(source[start..<end])```"))
    }

    @Test func everyErrorIsInTheTable() throws {
        let source = try String(contentsOf: Self.root.appending(path: "Sources/Intuned/IntunedError.swift"), encoding: .utf8)
        let cases = source.matches(of: /\n    case (\w+)/).map { String($0.1) }
        let page = try Self.page()
        #expect(cases.count > 8)
        #expect(cases.filter { !page.contains("| `.\($0)") } == [])
    }

    @Test func examplesWorkOnTheSimulatedPlatform() async throws {
        let simulator = try await Simulator.start(SimulatorOptions(world: .demo, speed: 1000))
        let environment = simulator.environment
        func value(_ name: String) throws -> String { try #require(environment.first { $0.0 == name }?.1) }
        let transport = SessionTransport()
        let client = IntunedClient(
            baseURL: try value("INTUNED_API_BASE_URL"), workspaceID: try value("INTUNED_WORKSPACE_ID"),
            project: try value("INTUNED_PROJECT"), apiKey: Secret(try value("INTUNED_API_KEY")), transport: transport)
        #expect(try await pausedJobs(client).contains("rental-listings"))
        let ended = try await runToTheEnd("nightly-prices", client, every: 0.05)
        #expect(!ended.jobRun.isActive)
        let file = try await results(of: ended.jobRun.id, job: "nightly-prices", client, transport)
        #expect(file?.isEmpty == false || ended.results == nil)
        await simulator.stop()
    }
}

import Foundation
import Testing

/// A fetched results file equals the store's byte for byte, whatever happened during the fetch.
@Suite(.serialized) struct FetchTests {
    private let platform: Platform
    private let run: String
    private let original: [UInt8]

    /// Finds the run of the gallery whose file is a few MiB long.
    init() throws {
        platform = try Platform(world: "files")
        let list = platform.object(at: "jobs/results-gallery/runs?pageSize=100")["jobRuns"] as? [[String: Any]] ?? []
        var found: (run: String, address: String)?
        for id in list.compactMap({ $0["id"] as? String }) where found == nil {
            let results = platform.object(at: "jobs/results-gallery/runs/\(id)")["results"] as? [String: Any] ?? [:]
            guard let size = results["size"] as? Int, (3 << 20..<64 << 20).contains(size) else { continue }
            found = (results["signed_url"] as? String).map { (id, $0) }
        }
        run = try #require(found).run
        original = platform.body(at: try #require(found).address)
        try #require(original.count > 3 << 20)
    }

    private func fetch(_ faults: String...) throws -> Terminal {
        let terminal = try Terminal(
            columns: 160, environment: platform.environment, running: "exec \(Jobtop.command) --no-peek results-gallery \(run)")
        terminal.expect("link expires")
        platform.setFaults(faults.joined(separator: "\n"))
        terminal.press("f")
        return terminal
    }

    private func file(in terminal: Terminal, _ ending: String = "") throws -> [UInt8] {
        Array(try Data(contentsOf: terminal.workingFolder.appending(path: "results-gallery-\(run).jsonl\(ending)")))
    }

    /// The number of requests to the store, and of those for a part of a file.
    private var asked: (all: Int, parts: Int) {
        let answer = String(decoding: platform.body(at: "http://127.0.0.1:\(platform.port)/simulator/requests"), as: UTF8.self)
        let requests = answer.components(separatedBy: "\"origin\":").filter { $0.hasPrefix("\"store\"") }
        return (requests.count, requests.count { $0.contains("\"range\"") })
    }

    @Test func aFetchThatIsCutGoesOnWhereItBrokeOff() throws {
        let before = asked.all
        let terminal = try fetch("store=cut:1048576*3")
        terminal.expect("Saved ")
        #expect(try file(in: terminal) == original)
        #expect(asked == (before + 4, 3))
        let files = try FileManager.default.contentsOfDirectory(atPath: terminal.workingFolder.path)
        #expect(!files.contains { $0.hasSuffix(".partial") })
    }

    @Test func aFetchThatCannotGoOnBeginsAnewAndSaysSo() throws {
        let terminal = try fetch("store=norange", "store=cut:1048576*1")
        terminal.expect("Saved ")
        terminal.expect("restarted once")
        #expect(try file(in: terminal) == original)
    }

    @Test func aLinkThatHasExpiredIsRenewedOnce() throws {
        let terminal = try fetch("run=expired*1")
        terminal.expect("Saved ")
        #expect(try file(in: terminal) == original)
    }

    @Test func aFileOfAnotherLengthIsNotCalledComplete() throws {
        let terminal = try fetch("store=length:10")
        terminal.expect("bytes, expected")
        terminal.expect(".partial")
        #expect(try file(in: terminal, ".partial") == original)
        #expect(throws: (any Error).self) { try file(in: terminal) }
    }

    @Test func aFetchThatIsStoppedLeavesNothing() throws {
        let terminal = try fetch("store=slow:65536")
        terminal.expect(" %, ")
        terminal.press("x")
        terminal.expect("Fetch canceled.")
        let files = try FileManager.default.contentsOfDirectory(atPath: terminal.workingFolder.path)
        #expect(!files.contains { $0.hasPrefix("results-gallery") })
    }

    @Test func markedRunsAreFetchedOneAfterTheOther() throws {
        let terminal = try Terminal(environment: platform.environment, running: "exec \(Jobtop.command) nightly-prices")
        terminal.expect("SUCCESS")
        terminal.press("/")
        terminal.type("success")
        terminal.expect("“success” shows")
        terminal.press("Enter", "Space", "Space", "Space")
        terminal.expect("3 marked")
        platform.setFaults("store=delay:1")
        terminal.press("f")
        terminal.expect("waiting")
        terminal.expect("Fetched the results of 3 runs.")
        let files = try FileManager.default.contentsOfDirectory(atPath: terminal.workingFolder.path)
        #expect(files.count { $0.hasPrefix("nightly-prices-") && $0.hasSuffix(".jsonl") } == 3)
    }
}

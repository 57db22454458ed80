import FoundationEssentials
import Insight
import Intuned
import Simulator
import Testing

@testable import jobtop

/// `jobtop watch` on the simulated platform, over a socket and with a clock that jumps.
struct WatchTests {
    @Test func runIsToldFromItsBeginningToItsEnd() async throws {
        let platform = try await SimulatedPlatform()
        let run = try await platform.trigger("nightly-prices")
        platform.after(20) { $0.setFaults([Fault(.all, .reset)]) }
        platform.after(40) { $0.setFaults([]) }
        let ended = try await WatchScene(platform: platform, run: .id(String(run.prefix(8))), every: 10).watched()
        await platform.stop()
        #expect(ended.lines == Self.golden.map { $0.replacing("RUN", with: run) })
        #expect(ended.status == .good)
    }

    private static let golden = [
        "The run RUN of nightly-prices is active. Status PENDING: queued or just started (0s ago), no items finished yet. "
            + "0 of 240 items ended, none failed.",
        "35 of 240 items ended, none failed.",
        "Connection lost. The connection to 127.0.0.1 broke: reset before an answer came. jobtop tries again for 10m.",
        "Connected again after 27s.",
        "179 of 240 items ended, none failed.",
        "231 of 240 items ended, none failed.",
        "The run is over. Status SUCCESS: succeeded after 1m 4s. 240 of 240 items ended, none failed.",
    ]

    @Test func watchThatStartsAgainTellsNothingTwice() async throws {
        let (platform, folder) = (try await SimulatedPlatform(), Folder())
        _ = try await platform.trigger("nightly-prices")
        platform.after(25) { $0.setFaults([Fault(.all, .unavailable(status: 503))]) }
        platform.after(60) { $0.setFaults([]) }
        var scene = WatchScene(platform: platform, timeout: 15, every: 0, stateFile: "\(folder.path)/state")
        var lines: [String] = []
        var ended = try await scene.watched()
        var starts = 1
        while ended.status == nil, starts < 30 {
            #expect(ended.failure == .timedOut("the run of nightly-prices did not end within 15s."))
            lines += ended.lines
            starts += 1
            ended = try await scene.watched()
        }
        lines += ended.lines
        scene.timeout = nil
        let again = try await scene.watched()
        await platform.stop()
        #expect(starts > 4)
        #expect(Set(lines).count == lines.count, "\(lines)")
        #expect(lines.count { $0.contains("is active") } == 1)
        #expect(lines.count { $0.hasPrefix("Connection lost.") } == 1)
        #expect(lines.count { $0.hasPrefix("Connected again") } == 1)
        #expect(lines.last?.hasPrefix("The run is over. Status SUCCESS") == true)
        #expect(again.lines == [] && again.status == ended.status)
    }

    @Test func runAfterTheToldOneIsToldFromItsBeginning() async throws {
        let (platform, folder) = (try await SimulatedPlatform(), Folder())
        var scene = WatchScene(platform: platform, stateFile: "\(folder.path)/state")
        _ = try await platform.trigger("nightly-prices")
        let first = try await scene.watched()
        let run = try await platform.trigger("nightly-prices")
        let second = try await scene.watched()
        scene.run = .next
        scene.timeout = 6
        let third = try await scene.watched()
        await platform.stop()
        #expect(first.lines.last?.hasPrefix("The run is over.") == true)
        #expect(second.lines.first?.hasPrefix("The run \(run) of nightly-prices is active.") == true)
        #expect(second.lines.last?.hasPrefix("The run is over.") == true)
        #expect(third.lines == ["Waiting for the next run of nightly-prices."])
    }

    @Test func stateOfAnotherJobIsRefused() throws {
        let folder = Folder()
        try WatchMemory(job: "a").write("\(folder.path)/state")
        #expect(try WatchMemory.read("\(folder.path)/state", job: "a") == WatchMemory(job: "a"))
        #expect(try FileManager.default.attributesOfItem(atPath: "\(folder.path)/state")[.posixPermissions] as? Int == 0o600)
        #expect(throws: CommandFailure.self) { try WatchMemory.read("\(folder.path)/state", job: "b") }
        #expect(throws: CommandFailure.self) {
            try WatchMemory.read(try folder.write("{}", to: "other"), job: "a")
        }
        #expect(try WatchMemory.read("\(folder.path)/absent", job: "a") == WatchMemory(job: "a"))
    }

    @Test func nextRunIsWaitedFor() async throws {
        let platform = try await SimulatedPlatform()
        let client = platform.client()
        platform.after(30) { _ in _ = try? await client.call(Endpoints.trigger(job: "nightly-prices")) }
        let ended = try await WatchScene(platform: platform, run: .next, end: WatchEnd(goal: .started), timeout: 3000).watched()
        await platform.stop()
        #expect(ended.lines.first == "Waiting for the next run of nightly-prices.")
        #expect(ended.lines.dropFirst().first?.contains("has started. Status PENDING: queued or just started") == true)
        #expect(ended.status == .good)
    }

    @Test func linesOfJSONNameTheEvent() async throws {
        let platform = try await SimulatedPlatform()
        let ended = try await WatchScene(platform: platform, job: "competitor-stock", format: .document).watched()
        await platform.stop()
        let line = try JSONDecoder().decode(JSONValue.self, from: Data(try #require(ended.lines.first).utf8))
        guard case .object(let members) = line else {
            Issue.record("no object")
            return
        }
        let values = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
        #expect(values["event"] == .string("present") && values["status"] == .string("FAILURE"))
        #expect(values["job"] == .string("competitor-stock") && values["failed"] == .number("40"))
        #expect(ended.lines.count == 1 && ended.status == .bad)
    }
}

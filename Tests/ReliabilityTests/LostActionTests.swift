import Dashboard
import FoundationEssentials
import Intuned
import Rehearsal
import Simulator
import Testing
import TextScreen

/// Actions on the simulated platform over a socket, with the answer lost before, in and after it: one run starts, never two.
@Suite(.serialized) struct LostActionTests {
    private static let job = "supplier-onboarding"

    /// A dashboard on the page of a job that nothing else starts.
    private func opened(isReadOnly: Bool = false, folder: String? = nil) async throws -> Rehearsal {
        let rehearsal = try await Rehearsal(
            size: Size(columns: 160, rows: 24), timeout: 1, isReadOnly: isReadOnly, folder: folder)
        #expect(await rehearsal.goes(on: 60) { $0.isLive && $0.state.records.listings[Self.job] != nil })
        rehearsal.press(.character("/"))
        rehearsal.press(Self.job.map(Key.character) + [.enter, .enter])
        #expect(await rehearsal.goes(on: 30) { $0.state.page.kind == .runs && $0.isLive })
        return rehearsal
    }

    private func trigger(_ rehearsal: Rehearsal) async {
        rehearsal.press(.character("R"))
        #expect(await rehearsal.goes(on: 30) { $0.state.readiness == .ready })
        _ = await rehearsal.goes(on: 1) { _ in false }
        rehearsal.press(.character("y"))
    }

    private func posts(_ rehearsal: Rehearsal) -> Int { rehearsal.simulator.requests.count { $0.method == "POST" } }

    private func runs(_ rehearsal: Rehearsal) -> Int { rehearsal.state.records.listings[Self.job]?.totalCount ?? 0 }

    @Test(arguments: ["reset", "hang", "cut:0", "cut:9", "length:5", "truncated", "empty", "500", "502"])
    func lostAnswerOfATriggerStartsOneRunNotTwo(_ fault: String) async throws {
        let rehearsal = try await opened()
        let before = runs(rehearsal)
        rehearsal.simulator.setFaults([try Fault("trigger=\(fault)")])
        await trigger(rehearsal)
        #expect(await rehearsal.goes(on: 60) { $0.screen.contains("by hand: probably yours.") }, "\(rehearsal.screen)")
        rehearsal.simulator.setFaults([])
        _ = await rehearsal.goes(on: 90) { _ in false }
        #expect(posts(rehearsal) == 1)
        #expect(runs(rehearsal) == before + 1)
        #expect(rehearsal.mostInFlight <= RequestBudget.atOnce)
        await rehearsal.end()
    }

    @Test func requestThatNeverCameStartsNothingAndIsSaid() async throws {
        let rehearsal = try await opened()
        let before = runs(rehearsal)
        rehearsal.simulator.setFaults([try Fault("trigger=lost")])
        await trigger(rehearsal)
        #expect(await rehearsal.goes(on: 90) { $0.screen.contains("No run has started since") }, "\(rehearsal.screen)")
        #expect(posts(rehearsal) == 1)
        #expect(runs(rehearsal) == before)
        await rehearsal.end()
    }

    @Test func networkThatFailsBeforeSendingIsSaid() async throws {
        let rehearsal = try await opened()
        rehearsal.press(.character("R"))
        #expect(await rehearsal.goes(on: 30) { $0.state.readiness == .ready })
        _ = await rehearsal.goes(on: 1) { _ in false }
        rehearsal.breakNetwork(.refused("127.0.0.1"))
        rehearsal.press(.character("y"))
        #expect(await rehearsal.goes(on: 30) { $0.screen.contains("nothing was sent.") }, "\(rehearsal.screen)")
        #expect(posts(rehearsal) == 0)
        await rehearsal.end()
    }

    @Test func refusalOfThePlatformIsShown() async throws {
        let rehearsal = try await opened()
        rehearsal.simulator.setFaults([try Fault("trigger=409:Conflict")])
        await trigger(rehearsal)
        #expect(await rehearsal.goes(on: 30) { $0.screen.contains("Trigger \(Self.job): refused.") }, "\(rehearsal.screen)")
        await rehearsal.end()
    }

    @Test func readOnlySendsNothing() async throws {
        let rehearsal = try await opened(isReadOnly: true)
        rehearsal.press([.character("R"), .character("y"), .character("Z"), .character("y"), .character("K"), .enter])
        _ = await rehearsal.goes(on: 20) { _ in false }
        #expect(posts(rehearsal) == 0)
        #expect(rehearsal.header.contains("read-only"))
        await rehearsal.end()
    }

    @Test func jobIsPausedRunIsTerminatedAndBothAreRecorded() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acts-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let rehearsal = try await opened(folder: folder)
        await trigger(rehearsal)
        #expect(await rehearsal.goes(on: 60) { $0.screen.contains("after the trigger.") }, "\(rehearsal.screen)")
        let run = try #require(rehearsal.state.records.listings[Self.job]?.runs.first)
        rehearsal.press(.home, .character("K"))
        #expect(await rehearsal.goes(on: 30) { $0.state.readiness == .ready })
        _ = await rehearsal.goes(on: 1) { _ in false }
        rehearsal.press(run.id.suffix(4).map(Key.character) + [.enter])
        #expect(await rehearsal.goes(on: 60) { $0.screen.contains("is over (TERMINATED)") }, "\(rehearsal.screen)")
        for word in ["is paused", "is active"] {
            rehearsal.press(.character("Z"))
            #expect(await rehearsal.goes(on: 30) { $0.state.readiness == .ready })
            _ = await rehearsal.goes(on: 1) { _ in false }
            rehearsal.press(.character("y"))
            #expect(await rehearsal.goes(on: 60) { $0.screen.contains("Job \(Self.job) \(word)") }, "\(rehearsal.screen)")
        }
        await rehearsal.end()
        let text = try String(contentsOfFile: "\(folder)/actions.jsonl", encoding: .utf8)
        let actions = text.split(separator: "\n").compactMap { $0.firstMatch(of: /"action":"(\w+)".*"outcome":"(\w+)"/) }
        #expect(
            actions.map { "\($0.output.1) \($0.output.2)" }.sorted() == [
                "pause accepted", "resume accepted", "terminate accepted", "trigger accepted",
            ])
    }
}

import Dashboard
import FoundationEssentials
import Glibc
import Insight
import Intuned
import Simulator
import Testing

@testable import jobtop

/// The exit statuses of `jobtop watch`.
struct WatchStatusTests {
    private func run(_ status: String, ok: Int = 10, failed: Int = 0, isOver: Bool = true) -> JobRun {
        JobRun(
            id: "r", status: Open(status), endTime: isOver ? Timestamp("2026-11-28T10:00:00Z") : nil, payloads: 20,
            successfulRuns: ok, failedRuns: failed)
    }

    private func status(of status: String, failed: Int = 0, _ end: WatchEnd = WatchEnd()) -> jobtop.ExitStatus? {
        end.status(of: run(status, failed: failed), isStuck: false)
    }

    @Test func endedRunHasItsStatus() {
        #expect(status(of: "SUCCESS") == .good)
        #expect(status(of: "COMPLETED", failed: 3) == .good)
        #expect(status(of: "SUCCESS", failed: 3, WatchEnd(isStrict: true)) == .bad)
        #expect(status(of: "SUCCESS", failed: 3, WatchEnd(failsFast: true)) == .bad)
        #expect(status(of: "SUCCESS", failed: 3, WatchEnd(goal: .firstFailure)) == .bad)
        #expect(status(of: "SUCCESS", WatchEnd(goal: .firstFailure)) == .good)
        #expect(
            ["FAILURE", "FAILED", "TERMINATED", "CANCELED", "NEW_WORD"].map { status(of: $0) } == Array(repeating: .bad, count: 5)
        )
        #expect(status(of: "CANCELED", WatchEnd(goal: .started)) == .bad)
    }

    private func activeStatus(
        ok: Int, failed: Int = 0, _ end: WatchEnd = WatchEnd(), isStuck: Bool = false
    ) -> jobtop.ExitStatus? {
        end.status(of: run("PENDING", ok: ok, failed: failed, isOver: false), isStuck: isStuck)
    }

    @Test func activeRunIsWatchedUntilItsGoal() {
        #expect(activeStatus(ok: 0) == nil)
        #expect(activeStatus(ok: 5, failed: 1) == nil)
        #expect(activeStatus(ok: 5, failed: 1, WatchEnd(failsFast: true)) == .bad)
        #expect(activeStatus(ok: 5, failed: 1, WatchEnd(goal: .firstFailure)) == .bad)
        #expect(activeStatus(ok: 0, WatchEnd(goal: .started)) == nil)
        #expect(activeStatus(ok: 1, WatchEnd(goal: .started)) == .good)
        #expect(activeStatus(ok: 5, isStuck: true) == .timedOut)
    }

    @Test func stuckRunEndsTheWatch() async throws {
        let platform = try await SimulatedPlatform(.troubles, speed: 1)
        let ended = try await WatchScene(platform: platform, job: "is-stuck").watched()
        await platform.stop()
        #expect(ended.status == .timedOut)
        #expect(ended.lines.contains { $0.hasPrefix("Problem: no progress for ") })
    }

    @Test(arguments: ["nothing", "5f000000-0000-4000-8000-000000000000"])
    func runThatDoesNotExistIsNotFound(id: String) async throws {
        let platform = try await SimulatedPlatform()
        let ended = try await WatchScene(platform: platform, run: .id(id)).watched()
        await platform.stop()
        #expect(ended.failure == .notFound("the job nightly-prices has no run \(id). Use --wait to wait for it."))
        #expect(ended.lines == [])
    }

    @Test func waitForARunEnds() async throws {
        let platform = try await SimulatedPlatform()
        let ended = try await WatchScene(platform: platform, run: .id("nothing"), wait: 60).watched()
        await platform.stop()
        #expect(ended.failure == .timedOut("the run nothing of nightly-prices did not start within 1m."))
        #expect(ended.lines == ["Waiting for the run nothing of nightly-prices, for at most 1m."])
    }

    @Test func jobThatDoesNotExistIsNotFound() async throws {
        let platform = try await SimulatedPlatform()
        let ended = try await WatchScene(platform: platform, job: "nothing").watched()
        await platform.stop()
        #expect(ended.failure?.status == .notFound)
    }

    @Test func rejectedKeyEndsAtOnce() async throws {
        let platform = try await SimulatedPlatform()
        let ended = try await WatchScene(platform: platform, key: "in1_wrong").watched()
        await platform.stop()
        #expect(ended.failure?.status == .denied && ended.lines == [])
    }

    @Test func outageEndsWithThePatience() async throws {
        let platform = try await SimulatedPlatform()
        _ = try await platform.trigger("nightly-prices")
        platform.after(9) { $0.setFaults([Fault(.all, .reset)]) }
        let ended = try await WatchScene(platform: platform, patience: 100).watched()
        let seconds = platform.clock.now().uptime - 1000
        await platform.stop()
        #expect(ended.failure?.status == .lost)
        #expect((109...120).contains(seconds))
        #expect(ended.lines.count { $0.hasPrefix("Connection lost.") } == 1)
    }

    @Test(arguments: [FaultKind.invalidJSON, .redirect(to: "https://login.example"), .badGateway, .rateLimited(.seconds(7))])
    func passingFaultEndsNoWatch(fault: FaultKind) async throws {
        let platform = try await SimulatedPlatform()
        _ = try await platform.trigger("nightly-prices")
        platform.after(9) { $0.setFaults([Fault(.all, fault)]) }
        platform.after(60) { $0.setFaults([]) }
        let ended = try await WatchScene(platform: platform).watched()
        await platform.stop()
        #expect(ended.status == .good)
        #expect(ended.lines.count { $0.hasPrefix("Connection lost.") } == 1)
        #expect(ended.lines.count { $0.hasPrefix("Connected again after ") } == 1)
    }

    @Test func runIsFoundAmongTheNewest() {
        let runs = ["a0", "a1", "b0"].map { JobRun(id: $0, status: .known(.success)) }
        #expect(WatchSeeker.find(.id("a"), in: runs, after: "") == .ambiguous(["a0", "a1"]))
        #expect(WatchSeeker.find(.id("a1"), in: runs, after: "") == .run(runs[1]))
        #expect(WatchSeeker.find(.id("x"), in: runs, after: "") == .ask(id: "x"))
        #expect(WatchSeeker.find(.next, in: runs, after: "b0") == .run(runs[1]))
        #expect(WatchSeeker.find(.next, in: runs, after: "a0") == .none)
        #expect(WatchSeeker.find(.next, in: [], after: "") == .none)
    }

    @Test func closedPipeEndsTheWatch() throws {
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        let teller = WatchTeller(output: OutputSettings(format: .tabs), stateFile: nil, descriptor: ends[1])
        try teller.checkReader()
        close(ends[0])
        #expect(throws: CommandFailure.pipeClosed) { try teller.checkReader() }
        close(ends[1])
    }
}

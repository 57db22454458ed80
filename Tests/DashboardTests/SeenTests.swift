import Dashboard
import FoundationEssentials
import Intuned
import Testing

/// What the dashboard keeps for the completion of ids in a shell: rarely, and only what has changed.
struct SeenTests {
    private func sitting(keepsSeen: Bool = true) -> Sitting {
        var sitting = Sitting(keepsSeen: keepsSeen)
        sitting.answer(jobs: [Samples.job("a"), Samples.job("b", .paused)])
        return sitting
    }

    private func kept(_ effects: [Effect]) -> [[SeenJob]] {
        effects.compactMap { if case .keepSeen(.first, let jobs) = $0 { jobs } else { nil } }
    }

    private let first = [SeenJob(id: "a", isPaused: false), SeenJob(id: "b", isPaused: true)]

    @Test func jobsAreKeptAsSoonAsTheyAreKnown() {
        var sitting = sitting()
        #expect(kept(sitting.taken()) == [first])
    }

    @Test func changesAreKeptOnceAMinute() {
        var sitting = sitting()
        _ = sitting.taken()
        sitting.answer(runs: [Samples.run(2, .success, ago: 600, took: 10, job: "a")], of: "a")
        sitting.pass(59)
        sitting.answer(runs: [Samples.run(4, .pending, ago: 6, job: "b")], of: "b")
        #expect(kept(sitting.taken()) == [])
        sitting.pass(1)
        let start = Int(Sitting.start.wall.timeIntervalSince1970)
        let runs = [2, 4].map { "0000000\($0)-1111-4222-8333-444444444444" }
        #expect(
            kept(sitting.taken()) == [
                [
                    SeenJob(
                        id: "a", isPaused: false, runs: [SeenRun(id: runs[0], status: "SUCCESS", start: start - 600)]),
                    SeenJob(id: "b", isPaused: true, runs: [SeenRun(id: runs[1], status: "PENDING", start: start - 6)]),
                ]
            ])
    }

    @Test func nothingIsKeptWhileNothingChanges() {
        var sitting = sitting()
        _ = sitting.taken()
        for _ in 1...10 {
            sitting.answer(jobs: [Samples.job("a"), Samples.job("b", .paused)])
            sitting.pass(60)
        }
        #expect(kept(sitting.taken()) == [])
        #expect(kept(sitting.state.departing) == [])
    }

    @Test func leavingKeepsWhatIsNotKeptYet() {
        var sitting = sitting()
        sitting.answer(jobs: [Samples.job("a")])
        #expect(kept(sitting.state.departing) == [[SeenJob(id: "a", isPaused: false)]])
    }

    @Test func leavingBeforeAnAnswerKeepsNothing() {
        #expect(Sitting(keepsSeen: true).state.departing == [])
    }

    @Test func nothingIsKeptUnlessItIsWanted() {
        var sitting = sitting(keepsSeen: false)
        #expect(kept(sitting.taken()) == [])
        #expect(kept(sitting.state.departing) == [])
    }

    @Test(arguments: [
        "a b", "a'b", "a\"b", "$(touch x)", "`id`", "a\nb", "a;b", "a\u{1B}[0m", "ä", "", "-rf", "a/b", "~", "a*",
        String(repeating: "a", count: 129),
    ]) func idThatAShellCouldExpandIsLeftOut(_ id: String) {
        #expect(!PlainID.isPlain(id))
        #expect(SeenJob(Samples.job(id), runs: nil) == nil)
        #expect(SeenRun(JobRun(id: id, status: .known(.success))) == nil)
    }

    @Test(arguments: ["nightly-prices", "jr_8.1", "5f2c81d0-1111-4222-8333-444444444444", String(repeating: "a", count: 128)])
    func realIDIsKept(_ id: String) {
        #expect(SeenJob(Samples.job(id), runs: nil) == SeenJob(id: id, isPaused: false))
    }

    @Test func statusThatIsNoWordIsLeftOut() {
        #expect(SeenRun(JobRun(id: "r", status: .unrecognized("a b"))) == SeenRun(id: "r", status: "", start: nil))
        #expect(SeenRun(id: "r", status: "", start: nil).mayBeActive)
    }
}

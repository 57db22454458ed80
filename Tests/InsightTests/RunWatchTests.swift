import FoundationEssentials
import Insight
import Intuned
import Testing

/// A run that is followed from answer to answer.
struct RunWatchTests {
    private func run(
        _ status: JobRunStatus = .pending, ok: Int = 10, failed: Int = 0, started: Double = 5, updated: Double = 0
    ) -> JobRun {
        Facts.run("r", status, started: started, took: nil, ok: ok, failed: failed, payloads: 100, updated: updated)
    }

    @Test func nothingIsChangedBeforeAnythingIsTold() {
        var watch = RunWatch(job: "job")
        #expect(watch.take(run(), at: Facts.now) == nil)
        watch.tell()
        #expect(watch.take(run(), at: Facts.now + 3) == [])
    }

    @Test func changesCollectUntilTheyAreTold() {
        var watch = RunWatch(job: "job")
        _ = watch.take(run(), at: Facts.now)
        watch.tell()
        #expect(watch.take(run(ok: 20), at: Facts.now + 3) == [.items])
        #expect(watch.take(run(.paused, ok: 20), at: Facts.now + 6) == [.status(from: "PENDING"), .items])
        watch.tell()
        #expect(watch.take(run(.paused, ok: 20), at: Facts.now + 9) == [])
    }

    @Test func watchThatContinuesTellsNothingTwice() {
        var first = RunWatch(job: "job")
        _ = first.take(run(ok: 20, started: 300, updated: 200), at: Facts.now)
        first.tell()
        #expect(first.told?.verdicts == ["stuck"])
        var second = RunWatch(job: "job", told: first.told)
        #expect(second.take(run(ok: 20, started: 300, updated: 200), at: Facts.now + 3) == [])
        #expect(second.isStuck)
        #expect(second.take(run(ok: 21, started: 300, updated: 0), at: Facts.now + 6) == [.items, .verdictOver("stuck")])
    }

    @Test func verdictIsAChange() {
        var watch = RunWatch(job: "job")
        _ = watch.take(run(), at: Facts.now)
        watch.tell()
        let changes = watch.take(run(), at: Facts.now + 700) ?? []
        #expect(changes.count == 1 && watch.isStuck)
        #expect(changes == watch.verdicts.map { .verdict($0) })
        #expect(watch.verdicts.map(\.run) == ["r"])
    }

    @Test func verdictsOfOtherRunsAreNotTold() {
        let others = [Facts.run("late", .failure, started: 2, ok: 0, failed: 100)] + Facts.ordinary()
        var watch = RunWatch(job: "job", earlier: others)
        _ = watch.take(run(), at: Facts.now)
        #expect(watch.verdicts == [])
    }

    @Test func runThatWasActiveBesideItIsNoProblem() {
        var watch = RunWatch(job: "job", earlier: [run(), Facts.run("other", .pending, started: 60)] + Facts.ordinary())
        _ = watch.take(run(), at: Facts.now)
        #expect(watch.verdicts == [])
    }

    @Test func endIsToldWithoutItsOutcomeAsAVerdict() {
        var watch = RunWatch(job: "job", earlier: Facts.ordinary())
        _ = watch.take(run(), at: Facts.now)
        watch.tell()
        #expect(watch.take(run(.failure, ok: 0, failed: 100), at: Facts.now + 3) == [.ended])
    }
}

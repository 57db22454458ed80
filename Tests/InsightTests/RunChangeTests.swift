import FoundationEssentials
import Insight
import Intuned
import Testing

/// What changed about a run between two answers.
struct RunChangeTests {
    private func state(
        _ status: JobRunStatus = .pending, ok: Int = 0, failed: Int = 0, of payloads: Int? = 100, reason: RunReasonType? = nil,
        updated: Double? = 0, id: String = "r"
    ) -> RunState {
        RunState(
            JobRun(
                id: id, status: .known(status), updatedAt: updated.map { Facts.at(Facts.now + $0) }, payloads: payloads,
                successfulRuns: ok, failedRuns: failed, reason: reason.map { RunReason(type: .known($0)) }))
    }

    @Test func sameStateIsNoChange() {
        #expect(RunChange.between(state(ok: 3), state(ok: 3, updated: 9)) == [])
        #expect(RunChange.between(state(.success, ok: 3), state(.success, ok: 3)) == [])
    }

    @Test func endIsOneChangeWhateverElseIsNew() {
        #expect(RunChange.between(state(ok: 3), state(.failure, ok: 90, failed: 10)) == [.ended])
    }

    @Test func statusThenItems() {
        #expect(
            RunChange.between(state(), state(.paused, ok: 4, of: 120, reason: .userRequest))
                == [.status(from: "PENDING"), .grew(from: 100), .items])
    }

    @Test func firstFailureIsToldOnce() {
        #expect(RunChange.between(state(ok: 3), state(ok: 9, failed: 1)) == [.firstFailure])
        #expect(RunChange.between(state(ok: 9, failed: 1), state(ok: 9, failed: 2)) == [.items])
    }

    @Test func reasonCountsWhereTheStatusStays() {
        #expect(
            RunChange.between(state(.paused), state(.paused, reason: .authSessionInvalidMidJob)) == [.reason(from: nil)])
    }

    @Test func olderAnswerChangesNothing() {
        #expect(RunChange.between(state(ok: 9, updated: 20), state(ok: 3, updated: 10)) == [])
        #expect(RunChange.between(state(.success, updated: 20), state(.pending, updated: 10)) == [])
        #expect(RunChange.between(state(ok: 9), state(ok: 10, id: "other")) == [])
    }

    @Test func endedRunThatWorksAgainIsAChange() {
        #expect(RunChange.between(state(.failure), state(.pending, updated: 5)) == [.status(from: "FAILURE")])
    }
}

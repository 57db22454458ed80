import Dashboard
import FoundationEssentials
import Insight
import Intuned
import Testing
import TextScreen

/// Verdicts come from what an answer tells, and from no answer that is old or about something else.
struct JudgementsTests {
    private static func time(_ seconds: Double) -> Timestamp { Timestamp(Sitting.start.wall.addingTimeInterval(seconds)) }

    private let job = JobListItem(
        id: "hourly", state: .known(.active), schedule: Schedule(intervals: [.string("1h")]), nextRunTime: time(60))
    private let ended = JobRun(
        id: "ended", status: .known(.success), startTime: time(-3540), endTime: time(-3000), createdAt: time(-3540),
        type: .known(.scheduled), payloads: 4, successfulRuns: 4, failedRuns: 0)
    private let active = JobRun(
        id: "active", status: .known(.pending), startTime: time(-60), createdAt: time(-60), updatedAt: time(-30),
        type: .known(.scheduled), payloads: 4, successfulRuns: 1, failedRuns: 0)

    private func names(_ sitting: Sitting) -> [String] {
        sitting.state.judgements.verdicts(on: job.id).map(\.kind.name)
    }

    @Test func answerThatTheMachineSleptThroughMakesNoRunStuck() {
        var sitting = Sitting()
        sitting.answer(jobs: [job])
        sitting.answer(runs: [active], of: job.id)
        _ = sitting.taken()
        sitting.pass(60)
        #expect(sitting.taken().contains(.call(.first, .newestRuns(job: job.id))))
        sitting.pass(8 * 3600)
        sitting.answer(runs: [active], of: job.id)
        #expect(names(sitting) == [])
        sitting.pass(60)
        sitting.answer(runs: [active], of: job.id)
        #expect(names(sitting) == ["stuck"])
    }

    @Test func listOfJobsSaysNothingNewOfTheirRuns() {
        var sitting = Sitting()
        sitting.answer(jobs: [job])
        sitting.answer(runs: [ended], of: job.id)
        sitting.pass(1200)
        sitting.answer(jobs: [job])
        #expect(names(sitting) == [])
        sitting.answer(runs: [ended], of: job.id)
        #expect(names(sitting) == ["missed"])
    }

    @Test func answerAboutOlderRunsDoesNotMakeANewOneStuck() {
        var sitting = Sitting(pages: [.runs(RunsPage(profile: .first, job: job.id))])
        let old = (0..<80).map { number in
            JobRun(
                id: "old\(number)", status: .known(.success), startTime: Self.time(-90_000 - Double(number) * 3600),
                endTime: Self.time(-89_900 - Double(number) * 3600), type: .known(.scheduled), payloads: 4, successfulRuns: 4,
                failedRuns: 0)
        }
        sitting.answer(jobs: [job])
        sitting.answer(runs: [active] + old.prefix(19), of: job.id, total: 81)
        sitting.answer(runs: [active] + old.prefix(29), of: job.id, total: 81, page: 0)
        sitting.send(.runsLoaded(.first, .runs(job: job.id, page: 1), .failure(.server(status: 500, nil))))
        sitting.press(.character("p"))
        sitting.pass(700)
        _ = sitting.taken()
        sitting.press(.character("r"))
        #expect(sitting.taken().contains(.call(.first, .runs(job: job.id, page: 1))))
        sitting.answer(runs: Array(old[29..<59]), of: job.id, total: 81, page: 1)
        #expect(sitting.state.records.listings[job.id]?.runs.count == 60)
        #expect(names(sitting) == [])
    }
}

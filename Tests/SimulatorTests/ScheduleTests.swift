import Testing

@testable import Simulator

struct ScheduleTests {
    @Test func aJobWithAnIntervalStartsRunsByItself() throws {
        var plan = Scene.plan
        plan.schedule = Schedule(rhythm: .every(minutes: 2))
        var scene = Scene([plan])
        scene.advance(to: 119)
        #expect(scene.platform.jobs[0].runCount == 0)
        scene.advance(to: 250)
        let runs = scene.platform.jobs[0].runs(on: RunPage())
        #expect(runs.map(\.createdAt) == [Scene.start + .seconds(240), Scene.start + .seconds(120)])
        #expect(runs.map(\.type) == [.scheduled, .scheduled])
        #expect(runs.map(\.status) == [.pending, .success])
    }

    @Test func aScheduledStartIsCanceledWhileARunIsActive() throws {
        var plan = Scene.plan
        plan.schedule = Schedule(rhythm: .every(minutes: 2))
        plan.payload = Plan.items(100, "api", .products)
        var scene = Scene([plan])
        scene.advance(to: 245)
        let runs = scene.platform.jobs[0].runs(on: RunPage())
        #expect(runs.map(\.status) == [.canceled, .pending])
        #expect(runs[0].reason == .anotherRunActive)
        #expect(runs[0].endedAt == Scene.start + .seconds(240))
    }

    @Test func aPausedJobStartsNothingAndTakesItsScheduleUpAgain() throws {
        var plan = Scene.plan
        plan.schedule = Schedule(rhythm: .every(minutes: 2))
        var scene = Scene([plan])
        try scene.platform.pause("job")
        scene.advance(to: 1000)
        #expect(scene.platform.jobs[0].runCount == 0)
        #expect(scene.platform.jobs[0].nextScheduled == nil)
        try scene.platform.resume("job")
        #expect(scene.platform.jobs[0].nextScheduled == Scene.start + .seconds(1120))
    }

    @Test func theNextRunByTheClockIsTheNextFittingDay() {
        // Scene.start is Tuesday, 24 November 2026, 06:00 UTC.
        let pace = Pace(speed: 100)
        let daily = { (hour: Int, days: [Int]) in Schedule(rhythm: .daily(hour: hour, minute: 30, days: days)) }
        #expect(Scene.start.iso == "2026-11-24T06:00:00.000Z")
        #expect(daily(7, Plan.everyDay).next(after: Scene.start, pace: pace).iso == "2026-11-24T07:30:00.000Z")
        #expect(daily(5, Plan.everyDay).next(after: Scene.start, pace: pace).iso == "2026-11-25T05:30:00.000Z")
        #expect(daily(5, [1]).next(after: Scene.start, pace: pace).iso == "2026-11-30T05:30:00.000Z")
        #expect(daily(5, [2]).next(after: Scene.start, pace: pace).iso == "2026-12-01T05:30:00.000Z")
        #expect(daily(5, [0]).previous(before: Scene.start).iso == "2026-11-22T05:30:00.000Z")
    }

    @Test func retentionKeepsTheNewestRunsAndTheOthersAreNotFound() throws {
        var plan = Scene.plan
        plan.schedule = Schedule(rhythm: .every(minutes: 2))
        plan.history = History(runs: 3)
        var scene = Scene([plan])
        let oldest = try #require(scene.platform.jobs[0].ended.first?.id)
        scene.advance(to: 120 * 300 + 60)
        #expect(scene.platform.jobs[0].runCount == Job.kept)
        #expect(scene.platform.jobs[0].ended.map(\.ordinal) == Array(103..<303))
        #expect(throws: Refusal.self) { try scene.platform.run(oldest, of: "job") }
    }
}

import Testing

@testable import Simulator

struct PlatformTests {
    @Test(arguments: World.allCases)
    func aPlatformThatIsAskedOftenIsTheSameAsOneAskedOnce(_ world: World) {
        var often = Scene(world.plans, speed: 10)
        var once = often
        for second in stride(from: 0.0, through: 900, by: 3.7) { often.advance(to: second) }
        often.advance(to: 900)
        once.advance(to: 900)
        let facts = { (scene: Scene) in
            scene.platform.allRuns.map { job, run in
                "\(job.plan.id) \(run.id) \(run.status) \(run.succeeded) \(run.failed) \(run.updatedAt.iso)"
            }
        }
        #expect(facts(often) == facts(once))
    }

    @Test func aClockThatGoesBackChangesNothing() throws {
        var scene = try Scene.triggered()
        scene.advance(to: 20)
        let before = try scene.sight
        scene.advance(to: -5000)
        #expect(try scene.sight == before)
        #expect(scene.platform.clock == Scene.start + .seconds(20))
    }

    @Test func theDemoShowsEveryActiveStatusAtTheStart() {
        let platform = Scene(World.demo.plans, speed: 10).platform
        let statuses = Set(platform.jobs.flatMap { $0.active.map(\.status) })
        #expect(statuses == [.pending, .pausing, .paused, .resuming])
        let pending = platform.jobs.flatMap(\.active).filter { $0.status == .pending }
        #expect(pending.contains { $0.finished == 0 })
        #expect(pending.contains { $0.finished > 0 })
    }

    @Test func theDemosHistoryHasEveryFinalStatus() {
        let platform = Scene(World.demo.plans, speed: 10).platform
        #expect(Set(platform.jobs.flatMap { $0.ended.map(\.status) }) == Set(StatusWord.allCases.filter(\.isFinal)))
    }

    @Test func withinAMinuteOfTheDemoSomethingEndsAndSomethingStarts() {
        var scene = Scene(World.demo.plans, speed: 10)
        let before = Set(scene.platform.allRuns.map(\.run.id))
        let active = Set(scene.platform.jobs.flatMap { $0.active.map(\.id) })
        scene.advance(to: 60)
        let started = scene.platform.allRuns.filter { !before.contains($0.run.id) }
        let ended = scene.platform.allRuns.filter { active.contains($0.run.id) && $0.run.status.isFinal }
        #expect(started.count >= 2)
        #expect(ended.count >= 2)
    }

    @Test func countsNeverExceedThePayloadsInAnyWorld() {
        for world in World.allCases {
            var scene = Scene(world.plans, speed: 10)
            for second in stride(from: 0.0, through: 600, by: 20) {
                scene.advance(to: second)
                for (job, run) in scene.platform.allRuns {
                    #expect(run.finished + run.underWay.count + run.stopped.count == run.begun, "\(job.plan.id)")
                    #expect(run.begun <= run.payloads, "\(job.plan.id)")
                    #expect(run.underWay.count <= job.plan.configuration.maxConcurrentRequests, "\(job.plan.id)")
                    #expect((run.endedAt == nil) == !run.status.isFinal, "\(job.plan.id)")
                }
            }
        }
    }

    @Test func theDemoStaysAliveAndItsMemoryBoundedForHours() {
        var scene = Scene(World.demo.plans, speed: 10)
        scene.advance(to: 4 * 3600)
        let recent = scene.platform.allRuns.filter { $0.run.createdAt > Scene.start + .seconds(4 * 3600 - 300) }
        #expect(recent.count >= 10)
        #expect(scene.platform.jobs.allSatisfy { $0.ended.count <= Job.kept && $0.active.count <= 3 })
    }

    @Test func everyFailureOfTheDemoSaysWhatItIsAbout() {
        let platform = Scene(World.demo.plans, speed: 10).platform
        for (job, run) in platform.allRuns where run.status == .canceled || run.status == .terminated {
            #expect(run.reason != nil, "\(job.plan.id) \(run.status)")
        }
    }
}

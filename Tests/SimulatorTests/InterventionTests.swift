import Testing

@testable import Simulator

struct InterventionTests {
    @Test func pausingLastsAsLongAsTheItemsUnderWay() throws {
        var scene = try Scene.triggered()
        scene.advance(to: 7)
        try scene.platform.pause("job")
        #expect(try scene.sight == Sight(.pausing, 6, 0, 0))
        #expect(try scene.run.reason == .userRequest)
        scene.advance(to: 14.9)
        #expect(try scene.sight == Sight(.pausing, 6, 0, 0))
        scene.advance(to: 15)
        #expect(try scene.sight == Sight(.paused, 6, 2, 0))
        scene.advance(to: 5000)
        #expect(try scene.sight == Sight(.paused, 6, 2, 0))
        #expect(try scene.run.endedAt == nil)
    }

    @Test func aQueuedRunIsPausedAtOnce() throws {
        var scene = try Scene.triggered()
        try scene.platform.pause("job")
        #expect(try scene.sight == Sight(.paused, 6, 0, 0))
    }

    @Test func aResumedRunIsResumingAndThenGoesOn() throws {
        var scene = try Scene.triggered()
        scene.advance(to: 7)
        try scene.platform.pause("job")
        scene.advance(to: 100)
        try scene.platform.resume("job")
        #expect(try scene.sight == Sight(.resuming, 6, 2, 0))
        scene.advance(to: 103.9)
        #expect(try scene.sight == Sight(.resuming, 6, 2, 0))
        scene.advance(to: 104)
        #expect(try scene.sight == Sight(.pending, 6, 2, 0))
        #expect(try scene.run.reason == nil)
        scene.advance(to: 124)
        #expect(try scene.sight == Sight(.success, 6, 6, 0))
    }

    @Test(arguments: [StatusWord.pending, .pausing, .paused, .resuming])
    func aRunIsTerminatedFromEveryActiveStatusAfterASecond(_ status: StatusWord) throws {
        var scene = try Scene.triggered()
        scene.advance(to: 7)
        if status != .pending { try scene.platform.pause("job") }
        if status == .paused || status == .resuming { scene.advance(to: 20) }
        if status == .resuming { try scene.platform.resume("job") }
        let done = status == .paused || status == .resuming ? 2 : 0
        #expect(try scene.sight == Sight(status, 6, done, 0))

        #expect(try scene.platform.terminate(scene.runID, of: "job") == "JobRun terminated successfully.")
        #expect(try scene.sight == Sight(status, 6, done, 0))
        let lag = scene.platform.clock + .seconds(1)
        scene.platform.advance(to: lag)
        #expect(try scene.sight == Sight(.terminated, 6, done, 0))
        let run = try scene.run
        #expect(run.reason == .terminated)
        #expect(run.endedAt == lag)
        #expect(run.stopped == (done == 0 ? [0, 1] : []))
    }

    @Test func aTerminatedQueuedRunNeverStarts() throws {
        var scene = try Scene.triggered()
        _ = try scene.platform.terminate(scene.runID, of: "job")
        scene.advance(to: 100)
        #expect(try scene.sight == Sight(.terminated, 6, 0, 0))
    }

    @Test func terminatingAFinishedRunChangesNothing() throws {
        var scene = try Scene.triggered()
        scene.advance(to: 100)
        let before = try scene.run.json(of: scene.platform.jobs[0], Scene.identity)
        #expect(try scene.platform.terminate(scene.runID, of: "job") == "JobRun is already finished.")
        scene.advance(to: 200)
        #expect(try scene.run.json(of: scene.platform.jobs[0], Scene.identity) == before)
    }

    @Test func aPausedJobTakesNoTrigger() throws {
        var scene = Scene([Scene.plan])
        try scene.platform.pause("job")
        #expect(throws: Refusal.badRequest("Job job is paused. Resume it before triggering a run.")) {
            try scene.platform.trigger("job")
        }
        #expect(scene.platform.jobs[0].runCount == 0)
    }

    @Test func pausingTwiceAndResumingAnActiveJobChangeNothing() throws {
        var scene = Scene([Scene.plan])
        try scene.platform.resume("job")
        #expect(scene.platform.jobs[0].pause == nil)
        try scene.platform.pause("job")
        let pause = scene.platform.jobs[0].pause
        scene.advance(to: 50)
        try scene.platform.pause("job")
        #expect(scene.platform.jobs[0].pause == pause)
    }

    @Test func whatDoesNotExistIsNotFound() throws {
        var scene = Scene([Scene.plan])
        let noJob = Refusal.notFound("Job nix was not found in project project.")
        let noRun = Refusal.notFound("Job run nix was not found, or is older than the retention of this workspace.")
        #expect(throws: noJob) { try scene.platform.job("nix") }
        #expect(throws: noJob) { try scene.platform.trigger("nix") }
        #expect(throws: noJob) { try scene.platform.pause("nix") }
        #expect(throws: noJob) { try scene.platform.resume("nix") }
        #expect(throws: noRun) { try scene.platform.run("nix", of: "job") }
        #expect(throws: noRun) { try scene.platform.terminate("nix", of: "job") }
    }
}

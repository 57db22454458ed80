import Testing

@testable import Simulator

struct RunLifecycleTests {
    @Test func aTriggeredRunWaitsThenWorksThenSucceeds() throws {
        var scene = try Scene.triggered()
        var seen: [Sight] = []
        for second in [0, 4.9, 5, 14.9, 15, 25, 34.9, 35, 1000] {
            scene.advance(to: second)
            try seen.append(scene.sight)
        }
        #expect(
            seen == [
                Sight(.pending, 6, 0, 0), Sight(.pending, 6, 0, 0), Sight(.pending, 6, 0, 0), Sight(.pending, 6, 0, 0),
                Sight(.pending, 6, 2, 0), Sight(.pending, 6, 4, 0), Sight(.pending, 6, 4, 0), Sight(.success, 6, 6, 0),
                Sight(.success, 6, 6, 0),
            ])
        let run = try scene.run
        #expect(run.createdAt == Scene.start)
        #expect(run.startedAt == Scene.start + .seconds(5))
        #expect(run.endedAt == Scene.start + .seconds(35))
    }

    @Test func theTimeOfTheLastChangeMovesWithTheCounts() throws {
        var scene = try Scene.triggered()
        var changes: [Int64] = []
        for second in [0.0, 5, 9, 15, 20, 25] {
            scene.advance(to: second)
            try changes.append((scene.run.updatedAt - Scene.start).wholeMilliseconds)
        }
        #expect(changes == [0, 5000, 5000, 15_000, 15_000, 25_000])
    }

    @Test func theSpeedShortensEverythingThatTheRunDoes() throws {
        var scene = try Scene.triggered(speed: 10)
        scene.advance(to: 3.4)
        #expect(try scene.sight == Sight(.pending, 6, 4, 0))
        scene.advance(to: 3.5)
        #expect(try scene.sight == Sight(.success, 6, 6, 0))
    }

    @Test func aRunWhoseItemsAllFailIsAFailure() throws {
        var scene = try Scene.triggered { $0.behaviour.failureRate = 1 }
        scene.advance(to: 35)
        #expect(try scene.sight == Sight(.failure, 6, 0, 6))
        #expect(try scene.run.error == nil)
    }

    @Test func aRunWithSomeFailuresIsASuccess() throws {
        var scene = try Scene.triggered {
            $0.payload = Plan.items(200, "api", .products)
            $0.behaviour.failureRate = 0.5
        }
        scene.advance(to: 2000)
        let sight = try scene.sight
        #expect(sight.status == .success)
        #expect(sight.succeeded + sight.failed == 200)
        #expect((70...130).contains(sight.failed))
    }

    @Test func aRunMayBeCalledCompleted() throws {
        var scene = try Scene.triggered { $0.behaviour.fates = [(1, .completes)] }
        scene.advance(to: 35)
        #expect(try scene.sight == Sight(.completed, 6, 6, 0))
    }

    @Test func aRunThatCannotStartIsCanceledAtTheEndOfTheQueue() throws {
        var scene = try Scene.triggered { $0.behaviour.fates = [(1, .canceled(.outOfCredits, error: .outOfCredits))] }
        scene.advance(to: 4.9)
        #expect(try scene.sight == Sight(.pending, 6, 0, 0))
        scene.advance(to: 5)
        #expect(try scene.sight == Sight(.canceled, 6, 0, 0))
        let run = try scene.run
        #expect(run.reason == .outOfCredits)
        #expect(run.error == .outOfCredits)
        #expect(run.endedAt == Scene.start + .seconds(5))
    }

    @Test func aRunThatThePlatformBreaksIsAFailureWithACorrelationID() throws {
        var scene = try Scene.triggered { $0.behaviour.fates = [(1, .breaks(at: 0.5, outOfCredits: false))] }
        scene.advance(to: 25)
        #expect(try scene.sight == Sight(.failure, 6, 4, 0))
        let error = try #require(try scene.run.error)
        #expect(error.code == "internal-server-error")
        #expect(error.retirable)
        #expect(error.correlationID?.utf8.count == 36)
    }

    @Test func aRunThatPausesItselfPausesItsJobAndGoesOnAfterResuming() throws {
        var scene = try Scene.triggered { $0.behaviour.fates = [(1, .pauses(at: 0.3, .authSessionInvalid))] }
        scene.advance(to: 15)
        #expect(try scene.sight == Sight(.paused, 6, 2, 0))
        #expect(try scene.run.reason == .authSessionInvalid)
        #expect(
            scene.platform.jobs[0].pause
                == Job.Pause(message: RunReason.authSessionInvalid.message, since: Scene.start + .seconds(15)))
        try scene.platform.resume("job")
        scene.advance(to: 1000)
        #expect(try scene.sight == Sight(.success, 6, 6, 0))
    }

    @Test func payloadsGrowWhileTheRunGoesAndCountsNeverExceedThem() throws {
        var scene = try Scene.triggered { plan in
            plan.payload = Plan.items(1, "list", .listings)
            plan.configuration.maxRuns = 40
            plan.behaviour.growth = Growth(apiName: "details", perPage: 9, items: 100...100)
        }
        var payloads: [Int] = []
        for second in stride(from: 0.0, through: 300, by: 5) {
            scene.advance(to: second)
            let sight = try scene.sight
            if payloads.last != sight.payloads { payloads.append(sight.payloads) }
            #expect(sight.succeeded + sight.failed <= sight.payloads)
        }
        #expect(payloads == [1, 11, 21, 31, 40])
        #expect(try scene.sight == Sight(.success, 40, 40, 0))
    }
}

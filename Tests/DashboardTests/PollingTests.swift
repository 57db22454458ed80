import Dashboard
import FoundationEssentials
import Intuned
import Testing
import TextScreen

@Suite struct PollingTests {
    private let key = RunKey(profile: .first, job: "nightly-prices", run: Samples.underWay.id)

    /// A user on the page of an active run with a fresh answer.
    private func watching(interval: Double = 3) -> Sitting {
        var sitting = Sitting(
            pages: [.run(RunPage(key: RunKey(profile: .first, job: "nightly-prices", run: Samples.underWay.id)))],
            interval: interval)
        sitting.answer(run: Samples.underWay, of: "nightly-prices")
        sitting.answer(jobs: Samples.jobs)
        _ = sitting.taken()
        return sitting
    }

    /// Answers every request with an error; by default, the network is gone.
    private func failEverything(in sitting: inout Sitting, with error: IntunedError = .notReachable(.refused("example.com"))) {
        for order in sitting.taken() {
            switch order {
            case .call(_, .run(let run)): sitting.send(.runLoaded(run, .failure(error)))
            case .call(_, .jobs): sitting.send(.jobsLoaded(.first, .failure(error)))
            case .call(_, let topic): sitting.send(.runsLoaded(.first, topic, .failure(error)))
            default: break
            }
        }
    }

    @Test func theStartAsksForTheJobs() {
        var sitting = Sitting()
        #expect(sitting.taken() == [.call(.first, .jobs)])
    }

    @Test func anActiveRunOnTheScreenIsAskedForEveryInterval() {
        var sitting = watching()
        sitting.pass(2.9)
        #expect(sitting.taken() == [])
        sitting.pass(0.2)
        #expect(sitting.taken() == [.call(.first, .run(key))])
    }

    @Test func aSlowAnswerIsNeverAskedForTwice() {
        var sitting = watching()
        sitting.pass(3)
        for _ in 0..<20 { sitting.pass(3) }
        #expect(sitting.taken().filter { $0 == .call(.first, .run(key)) } == [.call(.first, .run(key))])
    }

    @Test func aFinalRunIsAskedForOnceAndNeverAgain() {
        var sitting = Sitting(pages: [.run(RunPage(key: RunKey(profile: .first, job: "nightly-prices", run: Samples.well.id)))])
        sitting.answer(run: Samples.well, of: "nightly-prices", results: Samples.results)
        _ = sitting.taken()
        for _ in 0..<1000 { sitting.pass(3) }
        #expect(
            !sitting.taken().contains(.call(.first, .run(RunKey(profile: .first, job: "nightly-prices", run: Samples.well.id)))))
        #expect(sitting.state.age?.freshness == .settled)
    }

    @Test func aFailedPollKeepsTheLastGoodRunAndPollsAgain() {
        var sitting = watching()
        sitting.pass(3)
        _ = sitting.taken()
        sitting.send(.runLoaded(key, .failure(.server(status: 500, nil))))
        #expect(sitting.state.records.details[key]?.jobRun == Samples.underWay)
        #expect(sitting.state.age?.answered == Sitting.start)
        sitting.pass(3)
        #expect(sitting.taken() == [.call(.first, .run(key))])
    }

    @Test func failuresAreAskedAfterLessAndLessOftenButForEver() {
        var sitting = watching()
        var asked: [Double] = []
        for _ in 0..<3600 {
            sitting.pass(1)
            if sitting.orders.contains(.call(.first, .run(key))) { asked.append(sitting.now.uptime) }
            failEverything(in: &sitting)
        }
        let waits = zip(asked, asked.dropFirst()).map { $1 - $0 }
        #expect(waits.first.map { $0 <= 3 } == true)
        #expect(waits.allSatisfy { $0 <= 75 })
        #expect(waits.suffix(5).allSatisfy { $0 >= 40 })
        #expect(asked.count > 40)
    }

    @Test func requestsThatBreakTogetherAreOneFailure() {
        var sitting = Sitting()
        sitting.answer(jobs: Samples.jobs)
        #expect(sitting.taken().count == 1 + 4)
        for job in Samples.jobs {
            sitting.send(.runsLoaded(.first, .newestRuns(job: job.id), .failure(.notReachable(.connectionLost(.reset(.answer))))))
        }
        sitting.pass(1.1)
        #expect(sitting.taken().count == 1)
    }

    @Test func oneGoodAnswerEndsTheBackOff() {
        var sitting = watching()
        for _ in 0..<6 {
            sitting.pass(100)
            failEverything(in: &sitting)
        }
        sitting.pass(100)
        sitting.answer(run: Samples.underWay, of: "nightly-prices")
        _ = sitting.taken()
        sitting.pass(3.1)
        #expect(sitting.taken().contains(.call(.first, .run(key))))
        #expect(sitting.state.age?.freshness == .live)
    }

    @Test func aRequestIsSentWithTheSecondThatIsJustBeforeItsTime() {
        var sitting = watching()
        sitting.pass(2.94)
        #expect(sitting.taken() == [])
        sitting.pass(0.02)
        #expect(sitting.taken() == [.call(.first, .run(key))])
    }

    @Test func aRetryIsNeverEarly() throws {
        var sitting = watching()
        sitting.pass(3)
        _ = sitting.taken()
        sitting.send(.runLoaded(key, .failure(.rateLimited(retryAfter: 42, nil))))
        let due = try #require(sitting.state.polling.due(Want(.run(key), every: 3), at: sitting.now))
        sitting.pass(due - sitting.now.uptime - 0.02)
        #expect(!sitting.taken().contains(.call(.first, .run(key))))
        sitting.pass(0.03)
        #expect(sitting.taken().contains(.call(.first, .run(key))))
    }

    @Test func retryAfterIsObeyed() {
        var sitting = watching()
        sitting.pass(3)
        _ = sitting.taken()
        sitting.send(.runLoaded(key, .failure(.rateLimited(retryAfter: 42, nil))))
        sitting.pass(41.5)
        #expect(sitting.taken() == [])
        sitting.pass(12)
        #expect(sitting.taken().count == 1)
    }

    @Test func anAbsurdWaitIsCutShortAndSaysUntilWhenAndRAsksAtOnce() {
        var sitting = watching()
        sitting.pass(3)
        _ = sitting.taken()
        sitting.send(.runLoaded(key, .failure(.rateLimited(retryAfter: 86_400, nil))))
        sitting.pass(1)
        let words = draw(sitting.state).picture.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("asks for a wait of 1d. Next try at 18:05:03. Press r to try now."))
        var early = sitting
        early.press(.character("r"))
        #expect(early.taken() == [.call(.first, .run(key))])
        sitting.pass(298)
        #expect(sitting.taken() == [])
        sitting.pass(2)
        #expect(sitting.taken() == [.call(.first, .run(key))])
    }

    @Test func anOutageIsNamedThoughAnotherTopicMetItFirst() {
        var sitting = Sitting()
        sitting.answer(jobs: Samples.jobs)
        sitting.send(.runsLoaded(.first, .newestRuns(job: Samples.jobs[0].id), .failure(.unauthorized(nil))))
        #expect(sitting.state.age?.freshness == .failing(.unauthorized(nil), since: sitting.now))
        sitting.answer(runs: [], of: Samples.jobs[1].id)
        sitting.answer(runs: [], of: Samples.jobs[0].id)
        #expect(sitting.state.age?.freshness == .live)
    }

    @Test func anOutageMakesNothingUntrueThatIsOver() {
        var sitting = Sitting(pages: [.run(RunPage(key: RunKey(profile: .first, job: "nightly-prices", run: Samples.failed.id)))])
        sitting.answer(run: Samples.failed, of: "nightly-prices")
        sitting.send(.jobsLoaded(.first, .failure(.unauthorized(nil))))
        #expect(sitting.state.age?.freshness == .settled)
    }

    @Test(arguments: [IntunedError.notUnderstood(.notHTTP), .server(status: 502, nil)])
    func whatAnswersBesidesThePlatformDoesNotBeginTheBackOffAnew(_ other: IntunedError) {
        var sitting = watching()
        var asked: [Double] = []
        for _ in 0..<1800 {
            sitting.pass(1)
            if !sitting.orders.isEmpty { asked.append(sitting.now.uptime) }
            failEverything(in: &sitting, with: asked.count.isMultiple(of: 2) ? other : .notReachable(.refused("example.com")))
        }
        // Two lists, each at most once in 48 seconds.
        #expect(asked.count { $0 > sitting.now.uptime - 600 } <= 25)
    }

    @Test func duringAnOutageOnlyOneRequestFeelsItOut() {
        var sitting = Sitting()
        sitting.answer(jobs: Samples.jobs)
        #expect(sitting.taken().count == 1 + Samples.jobs.count)
        for job in Samples.jobs {
            sitting.send(.runsLoaded(.first, .newestRuns(job: job.id), .failure(.notReachable(.timedOut(seconds: 15)))))
        }
        sitting.pass(300)
        #expect(sitting.taken().count == 1)
    }

    @Test func noPathIsAskedMoreThanTwentyTimesAMinute() {
        var sitting = watching(interval: 1)
        var count = 0
        for _ in 0..<60 {
            sitting.press(.character("r"))
            for order in sitting.taken() where order == .call(.first, .run(key)) {
                count += 1
                sitting.answer(run: Samples.underWay, of: "nightly-prices")
            }
            sitting.pass(0.9)
        }
        #expect(count <= 20)
    }

    @Test func heldPollingAsksForNothingButWhatIsOpened() {
        var sitting = watching()
        _ = sitting.taken()
        sitting.press(.character("p"))
        for _ in 0..<100 { sitting.pass(3) }
        #expect(sitting.taken() == [])
        #expect(sitting.state.age?.freshness == .held)
        sitting.press(.escape)
        #expect(
            sitting.taken().contains(.call(.first, .newestRuns(job: "orders-sync"))), "the first job's runs are on their way")
        for job in Samples.jobs { sitting.answer(runs: [], of: job.id) }
        sitting.press(.character("p"))
        sitting.pass(60)
        #expect(sitting.taken().contains(.call(.first, .jobs)))
    }

    @Test func refreshAsksAtOnceEvenWhileHeldOrBackedOff() {
        var sitting = watching()
        sitting.press(.character("p"), .character("r"))
        #expect(sitting.taken() == [.call(.first, .run(key))])
        sitting.send(.runLoaded(key, .failure(.unauthorized(nil))))
        sitting.press(.character("r"))
        #expect(sitting.taken() == [.call(.first, .run(key))])
    }

    @Test func theIntervalChangesStepByStepWithinItsBounds() {
        var sitting = watching()
        sitting.press(.character("-"))
        #expect(sitting.state.polling.interval == 2)
        for _ in 0..<20 { sitting.press(.character("-")) }
        #expect(sitting.state.polling.interval == 1)
        for _ in 0..<20 { sitting.press(.character("+")) }
        #expect(sitting.state.polling.interval == 60)
    }

    @Test func anAnswerForWhatWasLeftIsDropped() {
        var sitting = Sitting()
        sitting.answer(jobs: Samples.jobs)
        sitting.press(.enter)
        let job = sitting.state.page.crumbText
        sitting.answer(runs: [Samples.underWay], of: job)
        sitting.press(.enter)
        sitting.press(.escape, .escape)
        sitting.answer(run: Samples.underWay, of: job)
        #expect(sitting.state.records.details == [:])
    }

    @Test func agesCountSuspendedTimeAndIgnoreTheWallClock() {
        var sitting = watching()
        sitting.now = Moment(wall: sitting.now.wall.addingTimeInterval(-86_400), uptime: sitting.now.uptime + 3600)
        #expect(sitting.state.polling.age(of: Want(.run(key), every: 3), at: sitting.now).age == 3600)
    }

    @Test func dataGrowsLateThenStaleWhenNothingComes() {
        var sitting = watching()
        sitting.pass(4)
        #expect(sitting.state.age?.freshness == .live)
        sitting.pass(6)
        #expect(sitting.state.age?.freshness == .late)
        sitting.pass(30)
        #expect(sitting.state.age?.freshness == .stale)
    }

    /// All times of a run are on the server's clock.
    @Test func aServerClockThatIsAheadMakesDurationsRight() {
        var sitting = watching()
        let ahead = 3600.0
        var run = Samples.run(1, .pending, ago: 751 - ahead, of: 1000, ok: 640, failed: 12)
        run.updatedAt = Samples.time(2 - ahead)
        func drawn() -> String { draw(sitting.state).picture }
        sitting.pass(3)
        sitting.answer(run: run, of: "nightly-prices", serverTime: sitting.now.wall.addingTimeInterval(ahead))
        #expect(sitting.state.profile.skew == ahead)
        #expect(drawn().contains("running for 12m 34s "), "\(drawn())")
        #expect(drawn().contains("(<1m ago)"), "\(drawn())")
        sitting.pass(3)
        // The server's clock is set right, and so are the times that it gives from then on.
        sitting.answer(
            run: Samples.underWay, of: "nightly-prices", serverTime: sitting.now.wall.addingTimeInterval(1.2))
        #expect(sitting.state.profile.skew == 0)
        #expect(drawn().contains("running for 12m 37s "), "\(drawn())")
    }
}

extension Page {
    /// The job that a page of runs is about.
    var crumbText: String {
        if case .runs(let page) = self { page.job } else { "" }
    }
}

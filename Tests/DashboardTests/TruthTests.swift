import Dashboard
import FoundationEssentials
import Intuned
import Testing
import TextScreen

/// Pages show all known data, and never as younger than it is.
@Suite struct TruthTests {
    private let gone = IntunedError.notReachable(.refused("example.com"))
    private let job = "nightly-prices"

    /// A user on the list of jobs, each with one known run.
    private func onJobs(_ runs: JobRun = Samples.underWay, rows: Int = 40) -> Sitting {
        var sitting = Sitting(rows: rows)
        sitting.answer(jobs: Samples.jobs)
        for job in Samples.jobs { sitting.answer(runs: [runs], of: job.id) }
        _ = sitting.taken()
        return sitting
    }

    /// A user on a job's runs; the newest run and another one far below the head are active.
    private func onRuns(columns: Int = 120, deep: Int = 60, total: Int = 100) -> (sitting: Sitting, deep: RunKey) {
        let runs = (0..<total).map { index in
            Samples.run(
                1000 + index, index == deep ? .pending : .success, ago: Double(100 * (index + 1)), took: index == deep ? nil : 9)
        }
        var sitting = Sitting(columns: columns, rows: 120, pages: [.runs(RunsPage(profile: .first, job: job))])
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: Array(runs.prefix(20)), of: job, total: total)
        sitting.answer(runs: Array(runs.prefix(100)), of: job, total: total, page: 0)
        sitting.answer(run: runs[deep], of: job)
        _ = sitting.taken()
        return (sitting, RunKey(profile: .first, job: job, run: runs[deep].id))
    }

    private func fail(_ orders: [Effect], in sitting: inout Sitting, _ error: IntunedError) {
        for order in orders {
            switch order {
            case .call(_, .jobs): sitting.send(.jobsLoaded(.first, .failure(error)))
            case .call(_, .run(let key)): sitting.send(.runLoaded(key, .failure(error)))
            case .call(_, let topic): sitting.send(.runsLoaded(.first, topic, .failure(error)))
            default: break
            }
        }
    }

    private func head(_ sitting: Sitting) -> [JobRun] {
        Array(sitting.state.records.listings[job]?.runs.prefix(RunsListing.headSize) ?? [])
    }

    private func words(_ sitting: Sitting) -> String {
        draw(sitting.state).picture.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func whatIsKnownStaysDuringAnOutageWhateverIsOpenedMeanwhile() {
        var sitting = onJobs()
        let before = sitting.state.records
        sitting.pass(16)
        for _ in 0..<5 {
            fail(sitting.taken(), in: &sitting, gone)
            sitting.pass(3)
        }
        let age = sitting.state.age
        for keys: [Key] in [[.character("?"), .escape], [.enter, .escape], [.enter, .enter, .escape, .escape]] {
            sitting.press(keys[0])
            fail(sitting.taken(), in: &sitting, gone)
            for key in keys.dropFirst() { sitting.press(key) }
            #expect(sitting.state.records == before)
            #expect(sitting.state.age?.answered == age?.answered)
            #expect(sitting.state.age?.freshness == age?.freshness)
        }
        #expect(words(sitting).contains("4 running"))
    }

    @Test func anOutageIsAsOldAsItsFirstFailureOnWhateverPage() {
        var sitting = onJobs()
        sitting.pass(16)
        for _ in 0..<200 {
            fail(sitting.taken(), in: &sitting, gone)
            sitting.pass(3)
        }
        #expect(words(sitting).contains("▲ offline 10m"), "\(words(sitting))")
        sitting.press(.enter, .enter)
        for _ in 0..<30 {
            fail(sitting.taken(), in: &sitting, gone)
            sitting.pass(3)
        }
        #expect(sitting.state.page.kind == .run)
        #expect(words(sitting).contains("▲ offline 11m"), "\(words(sitting))")
    }

    /// The page's own request is due later than that of another topic, which meets the outage first.
    @Test func anOutageBeganWhenAnyTopicMetIt() throws {
        var sitting = Sitting(pages: [.runs(RunsPage(profile: .first, job: job))])
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: [Samples.underWay], of: job)
        _ = sitting.taken()
        sitting.pass(2)
        sitting.send(.jobsLoaded(.first, .failure(gone)))
        let began = sitting.now
        #expect(sitting.state.age?.freshness == .failing(gone, since: began))
        sitting.pass(6)
        fail(sitting.taken(), in: &sitting, gone)
        sitting.send(.runsLoaded(.first, .newestRuns(job: job), .failure(gone)))
        #expect(sitting.state.age?.freshness == .failing(gone, since: began))
    }

    @Test func aScreenThatIsTooSmallForAMomentForgetsNothing() {
        var sitting = Sitting(pages: [.run(RunPage(key: RunKey(profile: .first, job: job, run: Samples.underWay.id)))])
        sitting.answer(run: Samples.underWay, of: job)
        sitting.pass(3)
        fail(sitting.taken(), in: &sitting, gone)
        let age = sitting.state.age
        sitting.send(.resized(Size(columns: 150, rows: 8)))
        sitting.pass(5)
        sitting.send(.resized(Size(columns: 120, rows: 40)))
        #expect(sitting.state.age?.answered == age?.answered)
        #expect(sitting.state.age?.freshness == age?.freshness)
        #expect(words(sitting).contains("The data is from"))
    }

    @Test func aJobWhoseRunsCannotBeReadDoesNotPassForLive() {
        var sitting = onJobs()
        sitting.pass(16)
        sitting.answer(jobs: Samples.jobs)
        let asked = sitting.taken()
        let one = asked.filter { $0 == .call(.first, .newestRuns(job: "orders-sync")) }
        #expect(one.count == 1)
        fail(one, in: &sitting, .server(status: 500, nil))
        sitting.pass(1)
        #expect(words(sitting).contains("▲ server error 1s"))
        #expect(words(sitting).contains("runs of 1 job: server error 1s"))
        #expect(words(sitting).contains("17s old:"))
        #expect(!words(sitting).contains("The data is from"))
        fail(asked.filter { $0 != .call(.first, .jobs) && !one.contains($0) }, in: &sitting, .server(status: 500, nil))
        guard case .failing = sitting.state.age?.freshness else {
            Issue.record("\(String(describing: sitting.state.age))")
            return
        }
    }

    @Test func aRunFurtherDownIsAskedForByItselfAndItsFailureIsNamed() {
        var (sitting, deep) = onRuns()
        sitting.pass(7)
        #expect(sitting.taken().contains(.call(.first, .run(deep))))
        sitting.answer(runs: head(sitting), of: job, total: 100)
        sitting.send(.runLoaded(deep, .failure(.server(status: 500, nil))))
        #expect(sitting.state.age?.freshness == .failing(.server(status: 500, nil), since: sitting.now))
        #expect(sitting.state.age?.answered == Sitting.start)
    }

    @Test func aRunThatIsGoneLeavesTheList() {
        var (sitting, deep) = onRuns()
        sitting.pass(7)
        sitting.send(.runLoaded(deep, .failure(.notFound(.run(deep.run), nil))))
        #expect(sitting.state.records.listings[job]?.run(deep.run) == nil)
    }

    @Test func aRowIsAsOldAsTheAnswerThatBroughtIt() {
        var (sitting, deep) = onRuns()
        sitting.pass(4)
        sitting.answer(runs: head(sitting), of: job, total: 100)
        for _ in 0..<60 { sitting.press(.character("j")) }
        sitting.press(.enter)
        #expect(sitting.state.page.kind == .run)
        #expect(sitting.state.records.run(deep) != nil)
        #expect(sitting.state.age?.answered == Sitting.start)
    }

    @Test func aListThatHasBegunAnewIsReadOnAgain() {
        var (sitting, _) = onRuns(deep: 30, total: 150)
        sitting.pass(10)
        _ = sitting.taken()
        let others = (0..<20).map { Samples.run(5000 + $0, .success, ago: Double($0), took: 1) }
        sitting.answer(runs: others, of: job, total: 180)
        sitting.pass(1)
        #expect(
            sitting.taken().contains(
                .call(.first, .runs(job: job, page: 0))))
    }

    @Test func onePathThatFailsWaitsLongerAndLongerWhileTheOthersGoOn() {
        var sitting = onJobs()
        var asked: [Double] = []
        var jobs: [Double] = []
        var since: Set<Double> = []
        for _ in 0..<6000 {
            sitting.pass(0.1)
            for order in sitting.taken() {
                switch order {
                case .call(_, .jobs):
                    jobs.append(sitting.now.uptime)
                    sitting.answer(jobs: Samples.jobs)
                case .call(_, .newestRuns("orders-sync")):
                    asked.append(sitting.now.uptime)
                    let reset = IntunedError.notReachable(.connectionLost(.reset(.answer)))
                    sitting.send(.runsLoaded(.first, .newestRuns(job: "orders-sync"), .failure(reset)))
                case .call(_, .newestRuns(let job)): sitting.answer(runs: [Samples.underWay], of: job)
                default: break
                }
            }
            if let failure = sitting.state.polling.track(.newestRuns(job: "orders-sync")).failure {
                since.insert(failure.since.uptime)
            }
        }
        #expect(asked.count <= 20, "\(asked.count) requests in ten minutes")
        #expect(since.count == 1)
        #expect(zip(jobs, jobs.dropFirst()).allSatisfy { $1 - $0 < 17 })
    }

    /// The list of jobs is requested first, and then starts a separate outage.
    @Test func aPathThatFailsFirstKeepsNoOtherFromBeingAsked() {
        var sitting = onJobs()
        var asked: [String: Double] = [:]
        sitting.pass(16)
        for _ in 0..<180 {
            var lists: [String] = []
            for order in sitting.taken() {
                switch order {
                case .call(_, .jobs): lists.append("")
                case .call(_, .newestRuns(let job)): lists.append(job)
                default: break
                }
            }
            // The failure comes last, so that it is newer than every good answer.
            for list in lists.sorted(by: >) {
                asked[list] = sitting.now.uptime
                if list.isEmpty {
                    sitting.send(.jobsLoaded(.first, .failure(.rateLimited(retryAfter: nil, nil))))
                } else {
                    sitting.answer(runs: [Samples.underWay], of: list)
                }
            }
            sitting.pass(1)
        }
        #expect(asked.count == Samples.jobs.count + 1)
        for (list, time) in asked where !list.isEmpty { #expect(sitting.now.uptime - time < 61, "\(list)") }
    }

    @Test(arguments: [1.0, 3]) func aHealthyPageIsLiveAllTheTime(interval: Double) {
        let many = (0..<100).map { Samples.job("job-\($0 + 100)") }
        let rows = (0..<60).map { Samples.run(2000 + $0, [0, 30].contains($0) ? .pending : .success, ago: 9, took: 1) }
        var sitting = Sitting(rows: 60, interval: interval)
        var wrong: [String] = []
        func live(for seconds: Double) {
            for step in 0..<Int(seconds) {
                sitting.pass(1)
                for order in sitting.taken() {
                    switch order {
                    case .call(_, .jobs): sitting.answer(jobs: many)
                    case .call(_, .run(let key)): rows.first { $0.id == key.run }.map { sitting.answer(run: $0, of: key.job) }
                    case .call(_, let topic):
                        guard let (job, page, size) = topic.pageOfRuns else { continue }
                        let rows = rows.dropFirst(page * size).prefix(size)
                        sitting.answer(
                            runs: Array(rows), of: job, total: 60, page: topic == .newestRuns(job: job) ? nil : page)
                    default: break
                    }
                }
                if step > 1, sitting.state.age?.freshness != .live { wrong.append(words(sitting).prefix(60).description) }
            }
        }
        sitting.press(.character("x"))
        live(for: 20)
        sitting.press(.enter)
        live(for: 20)
        sitting.press(.escape)
        live(for: 20)
        sitting.press(.enter, .enter)
        live(for: 150)
        sitting.press(.escape)
        live(for: 150)
        #expect(wrong == [])
    }

    @Test func pollingThatIsHeldDuringAnOutageSaysThatNobodyAsks() {
        var sitting = onJobs()
        sitting.pass(16)
        fail(sitting.taken(), in: &sitting, gone)
        sitting.press(.character("p"))
        sitting.pass(200)
        #expect(words(sitting).contains("▲ offline 3m · paused"))
        #expect(draw(sitting.state).words.contains("Polling is paused. Press p to resume."))
    }

    @Test func anOutageIsNamedOnPagesThatDoNotAge() {
        var sitting = onJobs()
        sitting.pass(16)
        fail(sitting.taken(), in: &sitting, gone)
        sitting.press(.character("?"))
        sitting.pass(2)
        #expect(words(sitting).contains("▲ offline 2s"))
    }
}

import Dashboard
import Intuned
import Testing
import TextScreen

/// Two profiles in one session do not affect each other.
struct ProfilesTests {
    private let second = ProfileID(1)
    private let refused = IntunedError.unauthorized(nil)

    /// Passes second by second, and answers each profile in its own way.
    private func go(on seconds: Int, _ sitting: inout Sitting, refusing refusedProfile: ProfileID) -> [ProfileID: [Topic]] {
        var asked: [ProfileID: [Topic]] = [:]
        for _ in 0..<seconds {
            sitting.pass(1)
            for order in sitting.taken() {
                guard case .call(let profile, let topic) = order else { continue }
                asked[profile, default: []].append(topic)
                answer(topic, of: profile, profile == refusedProfile, &sitting)
            }
        }
        return asked
    }

    private func answer(_ topic: Topic, of profile: ProfileID, _ isRefused: Bool, _ sitting: inout Sitting) {
        let runs = JobRunsPage(runs: [Samples.underWay, Samples.well], totalCount: 2)
        switch topic {
        case .jobs:
            let jobs = Answered(value: JobList(jobs: Samples.jobs))
            sitting.send(.jobsLoaded(profile, isRefused ? .failure(refused) : .success(jobs)))
        case .newestRuns, .runs, .farRuns:
            sitting.send(.runsLoaded(profile, topic, isRefused ? .failure(refused) : .success(Answered(value: runs))))
        case .run(let key): sitting.send(.runLoaded(key, .failure(refused)))
        }
    }

    @Test func badKeyOfAnotherProfileLeavesTheShownOneLive() {
        var sitting = Sitting(otherProjects: ["other"])
        let asked = go(on: 120, &sitting, refusing: second)
        #expect(sitting.state.age?.freshness == .live)
        #expect((asked[.first]?.count ?? 0) > 20)
        #expect(sitting.state.others.first?.polling.track(.jobs).failure?.error == refused)
        let trials = asked[second]?.count ?? 0
        #expect((2...12).contains(trials), "it is tried again, less and less often: \(trials)")
    }

    @Test func badKeyOfTheShownProfileLeavesTheOtherOneAsking() {
        var sitting = Sitting(otherProjects: ["other"])
        let asked = go(on: 400, &sitting, refusing: .first)
        #expect(draw(sitting.state).text.contains("unauthorized"))
        let other = sitting.state.others.first
        #expect(other?.records.jobs?.jobs.count == Samples.jobs.count)
        #expect(other?.polling.track(.jobs).failure == nil)
        for job in Samples.jobs {
            let times = asked[second]?.count { $0 == .newestRuns(job: job.id) } ?? 0
            #expect((3...5).contains(times), "\(job.id) is asked for every two minutes: \(times)")
        }
    }

    @Test func sameNamesInTwoProfilesAreDifferentRuns() {
        var sitting = Sitting(otherProjects: ["other"])
        sitting.send(.jobsLoaded(second, .success(Answered(value: JobList(jobs: Samples.jobs)))))
        let runs = JobRunsPage(runs: [Samples.failed], totalCount: 1)
        sitting.send(
            .runsLoaded(second, .newestRuns(job: "nightly-prices"), .success(Answered(value: runs))))
        #expect(sitting.state.records.listings["nightly-prices"] == nil)
        #expect(sitting.state.others.first?.records.listings["nightly-prices"]?.runs == [Samples.failed])
        let here = RunKey(profile: .first, job: "nightly-prices", run: "a")
        let there = RunKey(profile: second, job: "nightly-prices", run: "a")
        sitting.send(.fetchEnded(there, .failure(.noResults)))
        #expect(sitting.state.fetches[here] == nil && sitting.state.fetches[there] != nil)
    }

    @Test func unseenProfileKeepsNoMoreOfItsRunsThanItsRowsShow() {
        var sitting = Sitting(otherProjects: ["other"])
        sitting.send(.jobsLoaded(second, .success(Answered(value: JobList(jobs: Samples.jobs)))))
        for number in 0..<200 {
            let runs = (0..<20).map { Samples.run(1000 + number - $0, .success, ago: Double(1000 - number + $0), took: 1) }
            let page = JobRunsPage(runs: runs, totalCount: 1000)
            sitting.send(.runsLoaded(second, .newestRuns(job: "nightly-prices"), .success(Answered(value: page))))
        }
        #expect(sitting.state.others.first?.records.listings["nightly-prices"]?.runs.count == RunsListing.headSize)
    }

    @Test func holdingPollingHoldsEveryProfile() {
        var sitting = Sitting(otherProjects: ["other"])
        _ = go(on: 10, &sitting, refusing: ProfileID(9))
        sitting.press(.character("p"))
        #expect(go(on: 600, &sitting, refusing: ProfileID(9)) == [:])
        sitting.press(.character("p"))
        #expect(go(on: 60, &sitting, refusing: ProfileID(9)).count == 2)
    }

    @Test func theWakeUpIsForWhicheverProfileIsFirst() {
        var sitting = Sitting(otherProjects: ["other"])
        _ = go(on: 30, &sitting, refusing: .first)
        #expect(sitting.state.wakesAt <= sitting.now.uptime + 1)
    }
}

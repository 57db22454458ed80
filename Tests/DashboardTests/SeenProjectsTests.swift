import Dashboard
import Testing

/// What was seen at several times, put together within bounds.
struct SeenProjectsTests {
    private func project(_ jobs: [SeenJob], _ name: String = "p", seen: Int = 0) -> SeenProject {
        SeenProject(workspace: "w", project: name, seen: seen, jobs: jobs)
    }

    private func run(_ id: String, _ start: Int?, _ status: String = "SUCCESS") -> SeenRun {
        SeenRun(id: id, status: status, start: start)
    }

    /// The jobs of the project after all of these were noted.
    private func noted(_ sights: (jobs: [SeenJob], isWhole: Bool)...) -> [SeenJob]? {
        var seen = SeenProjects()
        for sight in sights { _ = seen.note(project(sight.jobs), isWhole: sight.isWhole) }
        return seen.projects.first?.jobs
    }

    @Test func wholeListDropsJobsThatAreGone() {
        let jobs = noted(([SeenJob(id: "a"), SeenJob(id: "b")], true), ([SeenJob(id: "b"), SeenJob(id: "c")], true))
        #expect(jobs == [SeenJob(id: "b"), SeenJob(id: "c")])
    }

    @Test func listWithoutRunsKeepsThoseOfBefore() {
        let runs = [run("r", 1)]
        #expect(
            noted(([SeenJob(id: "a", isPaused: false, runs: runs)], true), ([SeenJob(id: "a", isPaused: true)], true))
                == [SeenJob(id: "a", isPaused: true, runs: runs)])
    }

    @Test func wholeListReplacesRuns() {
        #expect(
            noted(([SeenJob(id: "a", runs: [run("r1", 1)])], true), ([SeenJob(id: "a", runs: [run("r2", 2)])], true))
                == [SeenJob(id: "a", runs: [run("r2", 2)])])
    }

    @Test func singleRunJoinsTheOthersByItsStart() {
        let before = [SeenJob(id: "a", runs: [run("r3", 3), run("r1", 1), run("r0", nil)]), SeenJob(id: "b")]
        let jobs = noted((before, true), ([SeenJob(id: "a", runs: [run("r2", 2)])], false))
        let all = [run("r3", 3), run("r2", 2), run("r1", 1), run("r0", nil)]
        #expect(jobs == [SeenJob(id: "a", runs: all), SeenJob(id: "b")])
    }

    @Test func runThatIsSeenAgainHasItsLatestStatus() {
        let before = [SeenJob(id: "a", isPaused: false, runs: [run("r", 1, "PENDING")])]
        #expect(
            noted((before, true), ([SeenJob(id: "a", runs: [run("r", 1)])], false))
                == [SeenJob(id: "a", isPaused: false, runs: [run("r", 1)])])
    }

    @Test func jobThatIsNewIsAdded() {
        #expect(noted(([SeenJob(id: "a")], true), ([SeenJob(id: "b")], false)) == [SeenJob(id: "b"), SeenJob(id: "a")])
    }

    @Test func onlyTheNewestRunsAndTheFirstJobsAreKept() {
        let many = (0..<30).map { (number: Int) in run("r\(number)", 100 - number) }
        #expect(noted(([SeenJob(id: "a", runs: [])], true), ([SeenJob(id: "a", runs: many)], false))?[0].runs?.count == 20)
        #expect(noted(((0..<300).map { SeenJob(id: "j\($0)") }, true))?.map(\.id) == (0..<200).map { "j\($0)" })
    }

    @Test func projectsThatWereNotSeenForLongestAreDropped() {
        var seen = SeenProjects()
        for number in 0..<30 { _ = seen.note(project([], "p\(number)"), isWhole: true) }
        #expect(seen.projects.map(\.project) == (10..<30).reversed().map { "p\($0)" })
        _ = seen.note(project([SeenJob(id: "a")], "p10"), isWhole: true)
        #expect(seen.projects.map(\.project).prefix(2) == ["p10", "p29"])
    }

    @Test func whatIsKnownIsNothingNewForADay() {
        var seen = SeenProjects()
        let news = [0, 86_399, 86_400].map { seen.note(project([SeenJob(id: "a")], seen: $0), isWhole: true) }
        #expect(news == [true, false, true])
    }

    @Test func projectWithANameBeyondAllMeasureIsNotKept() {
        var seen = SeenProjects()
        let isNew = seen.note(project([], String(repeating: "p", count: 257)), isWhole: true)
        #expect(!isNew && seen == SeenProjects())
    }

    @Test func shrinkingDropsProjectsThenRuns() {
        var seen = SeenProjects()
        for name in ["old", "new"] {
            _ = seen.note(project([SeenJob(id: "a", runs: [run("r2", 2), run("r1", 1)])], name), isWhole: true)
        }
        var steps: [[Int?]] = []
        while seen.shrink() { steps.append([seen.projects.count, seen.projects[0].jobs[0].runs?.count]) }
        #expect(steps == [[1, 2], [1, 1], [1, 0]])
        #expect(seen.projects.map(\.project) == ["new"])
    }
}

import FoundationEssentials
import Intuned
import Testing

@testable import Metrics

/// What the record of a project keeps of the platform's answers.
struct ProjectRecordTests {
    private func values(_ metric: Metric, _ record: ProjectRecord, uptime: Double = 1000) -> [String: Double] {
        let samples = record.samples(Scene.own, uptime: uptime).filter { $0.metric == metric }
        return Dictionary(samples.map { ($0.labels.map(\.value).joined(separator: " "), $0.value) }) { _, last in last }
    }

    @Test func nothingIsSaidOfThePlatformBeforeItAnswers() {
        let samples = ProjectRecord().samples(Scene.own, uptime: 5)
        #expect(Set(samples.map(\.metric)) == [.up, .buildInfo, .startTime, .residentMemory, .requests])
        #expect(values(.up, ProjectRecord()) == ["": 0])
    }

    @Test func outageKeepsOldValuesAndLetsThemAge() {
        var record = Scene.record([(Scene.job("a"), [Scene.run("1", started: 20)])])
        let before = values(.lastRunItems, record)
        record.take(.notReachable(.timedOut(seconds: 15)), of: nil)
        record.take(.server(status: 503, nil), of: "a")
        #expect(values(.lastRunItems, record) == before)
        #expect(values(.up, record) == ["": 0])
        #expect(values(.jobAge, record, uptime: 1090) == ["a": 90])
        #expect(values(.jobsAge, record, uptime: 1090) == ["": 90])
        #expect(values(.requests, record)["ok"] == 2)
        #expect(values(.requests, record)["not_reachable"] == 1)
        #expect(values(.requests, record)["server_error"] == 1)
    }

    @Test func failureOfOneJobIsNoOutage() {
        var record = Scene.record([(Scene.job("a"), [])])
        record.take(.server(status: 500, nil), of: "a")
        record.take(.notFound(.job("a"), nil), of: "a")
        #expect(record.isUp)
        record.take(.server(status: 500, nil), of: nil)
        #expect(!record.isUp)
    }

    @Test func jobsBeyondTheLimitAreCounted() {
        let jobs = (0..<ProjectRecord.mostJobs + 7).map { (Scene.job("job\($0)"), [Scene.run("r\($0)", started: 20)]) }
        let record = Scene.record(jobs)
        #expect(record.jobs?.count == ProjectRecord.mostJobs)
        #expect(values(.jobsLeftOut, record) == ["": 7])
        #expect(values(.jobActiveRuns, record).count == ProjectRecord.mostJobs)
    }

    @Test func jobsWithTheSameLabelAreNotExportedTwice() {
        let record = Scene.record([(Scene.job("a\u{1}"), []), (Scene.job("a\u{2}"), [])])
        #expect(values(.jobActive, record) == ["a\u{FFFD}": 1])
        #expect(values(.jobsLeftOut, record) == ["": 1])
    }

    @Test func deletedJobIsForgotten() {
        var record = Scene.record([(Scene.job("a"), [Scene.run("1", started: 20)]), (Scene.job("b"), [])])
        record.take(Answered(value: JobList(jobs: [Scene.job("b")]), serverTime: Scene.now), wall: Scene.now, uptime: 1001)
        #expect(values(.jobActiveRuns, record) == ["b": 0])
        record.take(Answered(value: JobRunsPage(), serverTime: Scene.now), of: "a", wall: Scene.now, uptime: 1001)
        #expect(values(.jobActiveRuns, record) == ["b": 0])
    }

    @Test func wordsThatAreUnknownMakeOneSeries() {
        let runs = ["NEW_A", "NEW_B"].map { Scene.run($0, .unrecognized($0), started: 20) }
        let record = Scene.record([(Scene.job("a", .unrecognized("HALF")), runs)])
        #expect(values(.jobRuns, record) == ["a OTHER": 2])
        #expect(values(.jobs, record) == ["ACTIVE": 0, "PAUSED": 0, "OTHER": 1])
        #expect(values(.lastRunStatus, record) == ["a OTHER": 1])
    }

    @Test func noSampleNamesARun() {
        let runs = (0..<20).map { Scene.run("run-id-\($0)", .known(.failure), started: 20 + Double($0) * 60) }
        let text = MetricsText(format: .openMetrics).text(
            of: Scene.record([(Scene.job("a"), runs)]).samples(Scene.own, uptime: 1000))
        #expect(!text.contains("run-id"))
    }
}

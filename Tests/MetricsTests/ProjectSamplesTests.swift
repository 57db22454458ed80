import FoundationEssentials
import Insight
import Intuned
import Testing

@testable import Metrics

/// The whole text of a small project.
struct ProjectSamplesTests {
    private static let record: ProjectRecord = {
        let good = (0..<8).map { Scene.run("old\($0)", started: 80 + Double($0) * 60) }
        let active = Scene.run("new", .known(.pending), started: 20, took: nil, ok: 40, failed: 2)
        let failing = (0..<3).map { Scene.run("bad\($0)", .known(.failure), started: 30 + Double($0) * 60, ok: 0, failed: 100) }
        return Scene.record([
            (Scene.job("prices", next: -40), [active] + good), (Scene.job("stock", .known(.paused)), failing),
            (Scene.job("never"), []),
        ])
    }()

    private func lines(_ metric: Metric) -> [String] {
        MetricsText(format: .openMetrics).text(of: Self.record.samples(Scene.own, uptime: 1030)).split(separator: "\n")
            .map(String.init).filter { $0.hasPrefix("\(metric.sampleName){") || $0.hasPrefix("\(metric.sampleName) ") }
    }

    @Test func runsAreCountedByStatus() {
        #expect(
            lines(.jobRuns) == [
                #"intuned_job_runs{job_id="prices",status="PENDING"} 1"#,
                #"intuned_job_runs{job_id="prices",status="SUCCESS"} 8"#,
                #"intuned_job_runs{job_id="stock",status="FAILURE"} 3"#,
            ])
        #expect(
            lines(.jobActiveRuns) == [
                #"intuned_job_active_runs{job_id="prices"} 1"#, #"intuned_job_active_runs{job_id="stock"} 0"#,
                #"intuned_job_active_runs{job_id="never"} 0"#,
            ])
    }

    @Test func newestRunIsMeasured() {
        #expect(
            lines(.lastRunItems).prefix(3) == [
                #"intuned_job_last_run_items{job_id="prices",outcome="succeeded"} 40"#,
                #"intuned_job_last_run_items{job_id="prices",outcome="failed"} 2"#,
                #"intuned_job_last_run_items{job_id="prices",outcome="left"} 58"#,
            ])
        #expect(
            lines(.lastRunDuration) == [
                #"intuned_job_last_run_duration_seconds{job_id="prices"} 600"#,
                #"intuned_job_last_run_duration_seconds{job_id="stock"} 600"#,
            ])
        #expect(lines(.lastSuccess) == [#"intuned_job_last_success_timestamp_seconds{job_id="prices"} 1789995800"#])
        #expect(lines(.jobNextRun) == [#"intuned_job_next_run_timestamp_seconds{job_id="prices"} 1790002400"#])
    }

    @Test func usualHasItsBounds() {
        #expect(
            lines(.usualDuration)
                == ["low", "median", "high"].map {
                    #"intuned_job_usual_duration_seconds{job_id="prices",bound="\#($0)"} 600"#
                })
        #expect(lines(.usualFailures).allSatisfy { $0.hasSuffix(" 0.01") })
    }

    @Test func verdictsAreThoseOfInsight() {
        let facts = JobFacts(
            job: Scene.job("prices", next: -40), runs: Self.record.records["prices"]?.runs ?? [], known: Scene.now)
        var observations = Observations()
        for run in facts.runs { observations.note(run, at: Scene.now) }
        let names = Judge().verdicts(on: facts, observations).map(\.kind.name)
        #expect(names == ["slow"])
        #expect(
            lines(.verdicts) == [
                #"intuned_job_verdicts{job_id="prices",kind="slow",severity="warning"} 1"#,
                #"intuned_job_verdicts{job_id="stock",kind="failed",severity="severe"} 1"#,
            ])
        #expect(
            lines(.problems) == [#"intuned_problems{severity="warning"} 1"#, #"intuned_problems{severity="severe"} 1"#])
    }

    @Test func agesAreCountedUpToTheScrape() {
        #expect(lines(.jobsAge) == ["intuned_jobs_age_seconds 30"])
        #expect(lines(.jobAge).allSatisfy { $0.hasSuffix(" 30") })
        #expect(lines(.lastAnswer) == ["jobtop_last_answer_timestamp_seconds 1790000000"])
    }

    @Test func everyMetricAppears() {
        let samples = Set(Self.record.samples(Scene.own, uptime: 1030).map(\.metric))
        #expect(Metric.allCases.filter { !samples.contains($0) } == [])
    }
}

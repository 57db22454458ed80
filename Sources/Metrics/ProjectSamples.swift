import FoundationEssentials
import Insight
import Intuned

extension ProjectRecord {
    /// All samples of the project and of jobtop itself.
    ///
    /// - Parameter uptime: now, in seconds of uptime; ages are counted up to it.
    package func samples(_ own: OwnFigures, uptime: Double) -> [MetricSample] {
        samples(of: own) + listSamples(uptime: uptime)
            + (jobs ?? []).flatMap { job in
                samples(of: job) + (records[job.id].map { samples(of: $0, job.id, uptime: uptime) } ?? [])
            }
    }

    private func samples(of own: OwnFigures) -> [MetricSample] {
        let fixed = [
            MetricSample(.up, value: isUp ? 1 : 0),
            MetricSample(.buildInfo, own.version, own.commit, value: 1),
            MetricSample(.startTime, value: own.started.timeIntervalSince1970),
        ]
        let known = [
            own.residentBytes.map { MetricSample(.residentMemory, value: Double($0)) },
            lastAnswer.map { MetricSample(.lastAnswer, value: $0.timeIntervalSince1970) },
        ]
        return fixed + known.compactMap { $0 }
            + RequestOutcome.allCases.map { MetricSample(.requests, $0.rawValue, value: Double(outcomes[$0] ?? 0)) }
    }

    private func listSamples(uptime: Double) -> [MetricSample] {
        guard let jobs, let jobsAnswered else { return [] }
        let problems = problems
        func count(_ state: String) -> Double { Double(jobs.count { Self.word($0.state) == state }) }
        let states = JobState.allCases.map(\.rawValue) + [Self.otherWord]
        let severities: [(severity: Severity, word: String)] = [(.warning, "warning"), (.severe, "severe")]
        return [
            MetricSample(.jobsLeftOut, value: Double(leftOut)),
            MetricSample(.jobsAge, value: max(0, uptime - jobsAnswered)),
        ] + states.map { MetricSample(.jobs, $0, value: count($0)) }
            + severities.map { pair in
                MetricSample(.problems, pair.word, value: Double(problems.count { $0.severity == pair.severity }))
            }
    }

    private func samples(of job: JobListItem) -> [MetricSample] {
        let next = job.nextRunTime?.date.map { MetricSample(.jobNextRun, job.id, value: $0.timeIntervalSince1970) }
        return [MetricSample(.jobActive, job.id, value: job.state == .known(.active) ? 1 : 0)] + [next].compactMap { $0 }
    }
}

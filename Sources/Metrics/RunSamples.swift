import FoundationEssentials
import Insight
import Intuned

extension ProjectRecord {
    /// The label for a word of the platform that this version does not know: new words must not make new series.
    static let otherWord = "OTHER"

    /// The platform's word as the value of a label.
    static func word<Known>(_ word: Open<Known>) -> String {
        switch word {
        case .known(let known): known.rawValue
        case .unrecognized: otherWord
        }
    }

    /// The samples of a job's runs and verdicts.
    func samples(of record: JobRecord, _ job: String, uptime: Double) -> [MetricSample] {
        let runs = record.runs
        let statuses = Dictionary(grouping: runs) { Self.word($0.status) }.mapValues(\.count)
        return [
            MetricSample(.jobAge, job, value: max(0, uptime - record.answered)),
            MetricSample(.jobActiveRuns, job, value: Double(runs.count(where: \.isActive))),
        ] + statuses.keys.sorted().map { MetricSample(.jobRuns, job, $0, value: Double(statuses[$0] ?? 0)) }
            + newest(runs, job) + usual(runs, job) + verdicts(record.verdicts, job)
    }

    private func newest(_ runs: [JobRun], _ job: String) -> [MetricSample] {
        guard let newest = runs.first else { return [] }
        let ended = runs.first { !$0.isActive && $0.seconds != nil }
        let success = runs.first(where: \.endedWell)
        let known = [
            newest.start.map { MetricSample(.lastRunStart, job, value: $0.timeIntervalSince1970) },
            newest.successfulRuns.map { _ in MetricSample(.lastRunItems, job, "succeeded", value: Double(newest.ok)) },
            newest.failedRuns.map { _ in MetricSample(.lastRunItems, job, "failed", value: Double(newest.failed)) },
            newest.left.map { MetricSample(.lastRunItems, job, "left", value: Double($0)) },
            ended?.seconds.map { MetricSample(.lastRunDuration, job, value: $0) },
            success?.endTime?.date.map { MetricSample(.lastSuccess, job, value: $0.timeIntervalSince1970) },
        ]
        return [MetricSample(.lastRunStatus, job, Self.word(newest.status), value: 1)] + known.compactMap { $0 }
    }

    private func usual(_ runs: [JobRun], _ job: String) -> [MetricSample] {
        guard let newest = runs.first, let usual = Usual(of: runs, like: newest.type, olderThan: newest.id) else { return [] }
        func samples(_ metric: Metric, _ spread: Spread) -> [MetricSample] {
            [
                MetricSample(metric, job, "low", value: spread.low), MetricSample(metric, job, "median", value: spread.median),
                MetricSample(metric, job, "high", value: spread.high),
            ]
        }
        return samples(.usualDuration, usual.duration) + samples(.usualItems, usual.payloads)
            + samples(.usualFailures, usual.failureShare)
    }

    private func verdicts(_ verdicts: [Verdict], _ job: String) -> [MetricSample] {
        var counts: [(kind: String, severity: String, count: Int)] = []
        for verdict in verdicts {
            let (kind, severity) = (verdict.kind.name, Self.word(verdict.severity))
            if let place = counts.firstIndex(where: { $0.kind == kind && $0.severity == severity }) {
                counts[place].count += 1
            } else {
                counts.append((kind, severity, 1))
            }
        }
        return counts.map { MetricSample(.verdicts, job, $0.kind, $0.severity, value: Double($0.count)) }
    }

    /// The severity as the value of a label.
    static func word(_ severity: Severity) -> String {
        switch severity {
        case .severe: "severe"
        case .warning: "warning"
        case .notice: "notice"
        }
    }
}

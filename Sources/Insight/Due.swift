import FoundationEssentials
import Intuned

/// When a job's next scheduled run was due that has not started.
struct Due {
    /// The due time, by the platform's clock.
    var time: Date
    /// Seconds by which the schedule may put a start off at random.
    var jitter: Double
    /// Seconds between two runs, where they are regular.
    var period: Double?

    /// Finds the due time that has passed; nil when none has, or when nothing says when the job runs.
    ///
    /// The platform's own next time counts where it has passed. Where the platform has moved it on, the time before it is found by the
    /// schedule's intervals.
    init?(_ facts: JobFacts) {
        guard let schedule = facts.job.schedule else { return nil }
        let jitter = schedule.jitter.flatMap(Self.seconds) ?? 0
        let period = schedule.intervals.compactMap(Self.seconds).filter { $0 > 0 }.min()
        let newest = facts.runs.first { $0.type == .known(.scheduled) }?.start
        // A clock's second and a row that came a moment before the list of jobs are no reason.
        let tolerance = 5.0
        if let next = facts.job.nextRunTime?.date, next < facts.known {
            guard (facts.runs.first?.start).map({ $0 < next - tolerance }) ?? true else { return nil }
            (time, self.jitter, self.period) = (next, jitter, period)
            return
        }
        guard let period, let newest, schedule.intervals.count == 1, schedule.calendars.isEmpty else { return nil }
        // An active run may keep the next one from starting.
        guard !(facts.runs.first?.isActive ?? false) else { return nil }
        let latest = max(newest, facts.runs.first?.start ?? newest)
        let due = latest.addingTimeInterval(period)
        guard due < facts.known, Self.isRegular(facts, period) else { return nil }
        (time, self.jitter, self.period) = (due, jitter, period)
    }

    /// Whether the runs did come in about this rhythm so far: a schedule that was just changed says nothing about the last run.
    private static func isRegular(_ facts: JobFacts, _ period: Double) -> Bool {
        let starts = facts.runs.filter { $0.type == .known(.scheduled) }.prefix(6).compactMap(\.start)
        let gaps = zip(starts, starts.dropFirst()).map { $0.timeIntervalSince($1) }
        return gaps.count >= 3 && gaps.allSatisfy { abs($0 - period) < period / 2 }
    }

    /// A length of time as the platform gives it: milliseconds, or text such as `10m` (API.md section 3.7).
    static func seconds(_ value: JSONValue) -> Double? {
        switch value {
        case .number(let text): return Double(text).map { $0 / 1000 }
        case .string(let text):
            if let milliseconds = Double(text) { return milliseconds / 1000 }
            guard let unit = text.last, let number = Double(text.dropLast()) else { return nil }
            let factors: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
            return factors[unit].map { $0 * number }
        case .null, .bool, .secret, .array, .object: return nil
        }
    }
}

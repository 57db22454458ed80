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

    /// Seconds by which a clock, or a row that came a moment before the list of jobs, may be off.
    private static let tolerance = 5.0

    /// Finds the due time that has passed; nil when none has, or when nothing says when the job runs.
    ///
    /// The platform's own next time counts where it has passed. Where the platform has moved it on, the first time after the latest
    /// run counts, by the schedule's calendars or by its interval.
    init?(_ facts: JobFacts) {
        // An active run may keep the next one from starting; a paused run pauses its job.
        guard let schedule = facts.job.schedule, !facts.runs.contains(where: \.isActive) else { return nil }
        let latest = facts.runs.compactMap(\.begun).max()
        let jitter = schedule.jitter.flatMap(Self.seconds) ?? 0
        let period = schedule.intervals.compactMap(Self.seconds).filter { $0 > 0 }.min()
        let found: Date?
        if let next = facts.job.nextRunTime?.date, next < facts.known {
            // A next time before the latest run is old, or it started that run.
            found = latest.map { $0 < next - Self.tolerance } ?? true ? next : nil
        } else {
            found = latest.flatMap { Self.moved(facts, schedule, period: period, jitter: jitter, latest: $0) }
        }
        guard let found, found < facts.known, found > facts.lastPaused ?? .distantPast else { return nil }
        (time, self.jitter, self.period) = (found, jitter, period)
    }

    /// The due time that the platform has moved on from without a run.
    private static func moved(
        _ facts: JobFacts, _ schedule: Schedule, period: Double?, jitter: Double, latest: Date
    ) -> Date? {
        guard let next = facts.job.nextRunTime?.date else { return nil }
        // What was due while a run was active may have been due while the job was paused.
        let free = facts.runs.compactMap { $0.endTime?.date }.max().map { max($0, latest) } ?? latest
        if schedule.intervals.isEmpty {
            let calendars = schedule.calendars.compactMap(ScheduleCalendar.init)
            // A calendar that cannot be read may be the one that started the latest run.
            guard !calendars.isEmpty, calendars.count == schedule.calendars.count,
                facts.runs.contains(where: { $0.type == .known(.scheduled) })
            else { return nil }
            return calendars.compactMap { $0.first(after: free + tolerance) }.min().flatMap { $0 < next - tolerance ? $0 : nil }
        }
        guard let period, schedule.intervals.count == 1, schedule.calendars.isEmpty, isRegular(facts, period, jitter) else {
            return nil
        }
        // The next time keeps the rhythm of the schedule, and starts are off by the jitter.
        let gap = max(min(period * 0.75, period - jitter) - tolerance, tolerance)
        let scheduled = facts.runs.first { $0.type == .known(.scheduled) }?.begun ?? latest
        let earliest = max(scheduled + gap, free + tolerance)
        let periods = (next.timeIntervalSince(earliest) / period).rounded(.down)
        return periods >= 1 ? next - periods * period : nil
    }

    /// Whether the runs did come in about this rhythm so far: a schedule that was just changed says nothing about the last run.
    private static func isRegular(_ facts: JobFacts, _ period: Double, _ jitter: Double) -> Bool {
        let starts = facts.runs.filter { $0.type == .known(.scheduled) }.prefix(6).compactMap(\.begun)
        let gaps = zip(starts, starts.dropFirst()).map { $0.timeIntervalSince($1) }
        // One run that was missed earlier does not break the rhythm.
        return gaps.count >= 3 && gaps.filter { abs($0 - period) < max(period / 2, jitter) }.count * 2 > gaps.count
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

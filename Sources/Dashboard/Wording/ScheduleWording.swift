import FoundationEssentials
import Intuned

extension Wording {
    /// When a job's schedule starts it, in a few words for a column.
    static func schedule(of job: JobListItem, now: Date) -> String {
        if let next = job.nextRunTime?.date, job.state != .known(.paused) {
            let seconds = next.timeIntervalSince(now)
            return seconds >= 0 ? "in \(age(seconds))" : "due"
        }
        return job.schedule.map(summary) ?? "manual"
    }

    /// A schedule in a few words: its first interval or calendar.
    static func summary(_ schedule: Schedule) -> String {
        if let first = schedule.intervals.first { return "every \(interval(first))" }
        return schedule.calendars.isEmpty ? "scheduled" : "calendar"
    }

    /// An interval in the platform's form: milliseconds, or text such as `10m` (API.md section 3.7).
    private static func interval(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .number(let text): Double(text).map { duration($0 / 1000) } ?? text
        case .null, .bool, .secret, .array, .object: "interval"
        }
    }
}

import FoundationEssentials
import Insight
import Intuned

extension Wording {
    /// When a job's schedule starts it, in a few words for a column.
    static func schedule(of job: JobListItem, now: Date) -> String {
        if let next = job.nextRunTime?.date, job.state != .known(.paused) {
            let seconds = next.timeIntervalSince(now)
            return seconds >= 0 ? "in \(roughAge(seconds))" : "due"
        }
        return job.schedule.map(summary) ?? "manual"
    }

    /// How a job runs, in a line: its schedule and next run, its APIs, what it needs and where its results go.
    static func plan(of job: JobListItem, cadence: Cadence?, now: Date) -> String {
        let rhythm = job.schedule.map { summary($0) } ?? cadence.map { "manual, about every \(duration($0.interval.median))" }
        var parts = [rhythm ?? "manual"]
        if job.state == .known(.paused) {
            parts[0] += ", paused"
        } else if let next = job.nextRunTime?.date {
            let seconds = next.timeIntervalSince(now)
            parts[0] += seconds >= 0 ? ", next in \(roughDuration(seconds))" : ", due"
        }
        var apis: [String] = []
        for item in job.payload where !apis.contains(item.apiName) { apis.append(item.apiName) }
        if !apis.isEmpty { parts.append("\(count(job.payload.count, "item")) for \(apis.prefix(3).joined(separator: ", "))") }
        if let login = job.authSession { parts.append("login \(login.id)") }
        switch job.sink {
        case .s3: parts.append("S3 sink")
        case .webhook: parts.append("webhook sink")
        case .unrecognized, nil: break
        }
        return parts.joined(separator: "; ")
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

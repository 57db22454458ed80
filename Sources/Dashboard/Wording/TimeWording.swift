package import FoundationEssentials
package import Intuned

extension Wording {
    /// A time of day in the local zone, with its date unless that is today: `13:49:40`, `11-23 13:49`, `2024-01-01 00:00`.
    package static func timeOfDay(_ instant: Date, now: Date, _ offsets: UTCOffsets) -> String {
        let then = components(instant, offsets)
        let today = components(now, offsets)
        let clock = "\(two(then.hour)):\(two(then.minute))"
        if (then.year, then.month, then.day) == (today.year, today.month, today.day) { return "\(clock):\(two(then.second))" }
        let date = "\(two(then.month))-\(two(then.day)) \(clock)"
        return then.year == today.year ? date : "\(then.year ?? 0)-\(date)"
    }

    /// A time of day without seconds, with the date if it is not today.
    static func timeToTheMinute(_ instant: Date, now: Date, _ offsets: UTCOffsets) -> String {
        let text = timeOfDay(instant, now: now, offsets)
        return text.contains("-") ? text : String(text.prefix(5))
    }

    /// A time of day in at most 11 columns, for a list; for another year only the date: `2024-01-01`.
    static func timeInList(_ instant: Date, now: Date, _ offsets: UTCOffsets) -> String {
        isOfAnotherYear(instant, now, offsets) ? date(instant, offsets) : timeOfDay(instant, now: now, offsets)
    }

    /// The time of day, or else the day, in at most 10 columns: `13:49`, `11-23`, `2024-01-01`.
    static func dayOrTime(_ instant: Date, now: Date, _ offsets: UTCOffsets) -> String {
        isOfAnotherYear(instant, now, offsets)
            ? date(instant, offsets) : String(timeOfDay(instant, now: now, offsets).prefix(5))
    }

    private static func isOfAnotherYear(_ instant: Date, _ now: Date, _ offsets: UTCOffsets) -> Bool {
        components(instant, offsets).year != components(now, offsets).year
    }

    private static func date(_ instant: Date, _ offsets: UTCOffsets) -> String {
        String(dateAndTime(instant, offsets).prefix { $0 != " " })
    }

    /// A full date and time in the local zone: `2026-11-23 13:49:40`.
    package static func dateAndTime(_ instant: Date, _ offsets: UTCOffsets) -> String {
        let then = components(instant, offsets)
        return "\(then.year ?? 0)-\(two(then.month))-\(two(then.day)) \(two(then.hour)):\(two(then.minute)):\(two(then.second))"
    }

    /// A time from the platform, in full with its age or the time left; unmodified if it could not be read.
    package static func moment(_ timestamp: Timestamp?, now: Date, _ offsets: UTCOffsets) -> String {
        guard let timestamp else { return "unknown" }
        guard let date = timestamp.date else { return timestamp.text }
        let seconds = now.timeIntervalSince(date)
        let relation = seconds >= 0 ? "\(roughDuration(seconds)) ago" : "in \(roughDuration(-seconds))"
        return "\(dateAndTime(date, offsets)) (\(relation))"
    }

    private static func components(_ instant: Date, _ offsets: UTCOffsets) -> DateComponents {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let local = instant.addingTimeInterval(Double(offsets.offset(at: instant)))
        return calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: local)
    }

    private static func two(_ value: Int?) -> String {
        let value = value ?? 0
        return value < 10 ? "0\(value)" : "\(value)"
    }
}

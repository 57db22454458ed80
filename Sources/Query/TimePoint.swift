package import FoundationEssentials

/// A time as it is typed: `2026-11-26`, `2026-11-26T14:30`, `14:30` of today, or `-3d` before now.
package struct TimePoint: Hashable, Sendable {
    private enum Value: Hashable {
        /// Seconds before now.
        case ago(Double)
        /// A calendar day, with a time of day where it is given.
        case day(year: Int, month: Int, day: Int, hour: Int?, minute: Int?)
        /// A time of today.
        case today(hour: Int, minute: Int)
        /// Instants that were found before.
        case fixed(ClosedRange<Date>)
    }

    private let value: Value
    /// As it was typed.
    let text: String

    package init?(_ text: String) {
        self.text = text
        if text.hasPrefix("-"), let amount = Amount(String(text.dropFirst())), amount.unit == .seconds {
            value = .ago(amount.value)
            return
        }
        let parts = text.split(separator: text.contains("T") ? "T" : " ", omittingEmptySubsequences: false)
        let clock = parts.count == 2 ? Self.clock(parts[1]) : nil
        if parts.count == 1, let clock = Self.clock(parts[0]) {
            value = .today(hour: clock.hour, minute: clock.minute)
        } else if let day = Self.day(parts[0]), parts.count == 1 || parts.count == 2 && clock != nil {
            value = .day(year: day.year, month: day.month, day: day.day, hour: clock?.hour, minute: clock?.minute)
        } else {
            return nil
        }
    }

    private init(_ text: String, _ value: Value) { (self.text, self.value) = (text, value) }

    /// The same instants whatever the clock says later.
    func fixed(in surroundings: QuerySurroundings) -> TimePoint { TimePoint(text, .fixed(instants(in: surroundings))) }

    /// Whether it moves with the clock.
    var isRelative: Bool {
        switch value {
        case .ago, .today: true
        case .day, .fixed: false
        }
    }

    /// The instants that it names: a day from its beginning to its end, a minute likewise.
    package func instants(in surroundings: QuerySurroundings) -> ClosedRange<Date> {
        switch value {
        case .fixed(let instants): return instants
        case .ago(let seconds):
            let instant = surroundings.now - seconds
            return instant...instant
        case .today(let hour, let minute):
            let start = surroundings.startOfToday + Double(hour * 3600 + minute * 60)
            return start...(start + 59.999)
        case .day(let year, let month, let day, let hour?, let minute?):
            let start = surroundings.instant(year, month, day) + Double(hour * 3600 + minute * 60)
            return start...(start + 59.999)
        case .day(let year, let month, let day, _, _):
            let start = surroundings.instant(year, month, day)
            return start...(start + 86_399.999)
        }
    }

    private static func clock(_ text: Substring) -> (hour: Int, minute: Int)? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return (hour, minute)
    }

    private static func day(_ text: Substring) -> (year: Int, month: Int, day: Int)? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        return (year, month, day)
    }
}

/// What a query must know of time: it has neither a clock nor a time zone of its own.
package struct QuerySurroundings: Sendable {
    /// Now, by the clock of what is filtered.
    package var now: Date
    /// Seconds by which local time is ahead of UTC at an instant.
    package var offset: @Sendable (Date) -> Int

    /// Creates surroundings.
    package init(now: Date, offset: @escaping @Sendable (Date) -> Int) {
        (self.now, self.offset) = (now, offset)
    }

    /// The instant at which a day begins on the local clock.
    func instant(_ year: Int, _ month: Int, _ day: Int) -> Date {
        var parts = DateComponents()
        (parts.year, parts.month, parts.day) = (year, month, day)
        return local(Self.calendar.date(from: parts) ?? .distantPast)
    }

    /// The instant at which today began on the local clock.
    var startOfToday: Date {
        let shifted = now + Double(offset(now))
        return local(Self.calendar.startOfDay(for: shifted))
    }

    /// The instant at which the local clock shows what a clock in Greenwich shows at another.
    private func local(_ clock: Date) -> Date {
        let guess = clock - Double(offset(clock))
        return clock - Double(offset(guess))
    }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
        return calendar
    }()
}

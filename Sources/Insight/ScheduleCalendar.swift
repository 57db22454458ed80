import FoundationEssentials
import Intuned

/// The times at which a schedule starts runs by the calendar, in UTC (API.md section 3.7).
///
/// A time that is left out is zero, a day that is left out is every day, as in Temporal's calendar specifications.
struct ScheduleCalendar {
    private var seconds: [Int]
    private var minutes: [Int]
    private var hours: [Int]
    private var days: Set<Int>
    private var months: Set<Int>
    private var weekdays: Set<Int>
    private var years: Set<Int>?

    /// Days that are searched: a date such as 29 February can be eight years away.
    private static let horizon = 366 * 9

    /// Reads a calendar; nil when it says what is not known here.
    init?(_ value: JSONValue) {
        guard case .object(let members) = value else { return nil }
        let fields = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
        func read(_ name: String, _ range: ClosedRange<Int>, absent: [Int], _ names: [String] = []) -> [Int]? {
            guard let value = fields[name], value != .null else { return absent }
            return Self.numbers(value, range, names)?.sorted()
        }
        guard let seconds = read("second", 0...59, absent: [0]), let minutes = read("minute", 0...59, absent: [0]),
            let hours = read("hour", 0...23, absent: [0]), let days = read("dayOfMonth", 1...31, absent: Array(1...31)),
            let months = read("month", 1...12, absent: Array(1...12), Self.monthNames),
            let weekdays = read("dayOfWeek", 0...6, absent: Array(0...6), Self.dayNames),
            let years = read("year", 1970...2200, absent: [])
        else { return nil }
        (self.seconds, self.minutes, self.hours) = (seconds, minutes, hours)
        (self.days, self.months, self.weekdays) = (Set(days), Set(months), Set(weekdays))
        self.years = years.isEmpty ? nil : Set(years)
    }

    /// The first time after a date; nil when there is none within some years.
    func first(after date: Date) -> Date? {
        let instant = Int(date.timeIntervalSince1970.rounded(.down))
        let today = instant >= 0 ? instant / 86_400 : (instant - 86_399) / 86_400
        for day in today..<today + Self.horizon where isOn(day) {
            for hour in hours where day * 86_400 + hour * 3600 + 3599 > instant {
                for minute in minutes {
                    for second in seconds {
                        let time = day * 86_400 + hour * 3600 + minute * 60 + second
                        if time > instant { return Date(timeIntervalSince1970: Double(time)) }
                    }
                }
            }
        }
        return nil
    }

    private func isOn(_ day: Int) -> Bool {
        let date = CivilDate(day: day)
        return weekdays.contains(date.weekday) && days.contains(date.day) && months.contains(date.month)
            && years?.contains(date.year) ?? true
    }

    /// The numbers that a value, a range, a list or `*` stands for; nil when it cannot be read.
    private static func numbers(_ value: JSONValue, _ range: ClosedRange<Int>, _ names: [String]) -> Set<Int>? {
        switch value {
        case .string("*"): return Set(range)
        case .number, .string: return number(value, range, names).map { [$0] }
        case .array(let values):
            var all: Set<Int> = []
            for value in values {
                guard let some = numbers(value, range, names) else { return nil }
                all.formUnion(some)
            }
            return all
        case .object(let members):
            let fields = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
            guard let start = fields["start"].flatMap({ number($0, range, names) }) else { return nil }
            let end = fields["end"].flatMap { number($0, range, names) } ?? start
            let step = fields["step"].flatMap { number($0, 1...range.upperBound, []) } ?? 1
            return Set(stride(from: start, through: max(start, end), by: step))
        case .null, .bool, .secret: return nil
        }
    }

    private static func number(_ value: JSONValue, _ range: ClosedRange<Int>, _ names: [String]) -> Int? {
        switch value {
        case .number(let text), .string(let text):
            if let place = names.firstIndex(of: text.uppercased()) { return range.lowerBound + place }
            // Some count the days of the week from Monday, so that Sunday is the seventh.
            if range == 0...6, text == "7" { return 0 }
            return Int(text).flatMap { range.contains($0) ? $0 : nil }
        case .null, .bool, .secret, .array, .object: return nil
        }
    }

    private static let dayNames = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"]
    private static let monthNames = [
        "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER",
    ]
}

/// A day of the Gregorian calendar.
private struct CivilDate {
    var year: Int
    var month: Int
    var day: Int
    /// 0 is Sunday.
    var weekday: Int

    /// The day that is so many days after 1 January 1970, in eras of 400 years that start in March: the leap day comes last.
    init(day number: Int) {
        weekday = ((number + 4) % 7 + 7) % 7
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}

/// A date and time in UTC and the Gregorian calendar.
struct CivilTime: Equatable {
    var year: Int
    var month: Int
    var day: Int
    var hour: Int
    var minute: Int
    var second: Int
    var millisecond: Int
    /// The day of the week; 0 is Sunday.
    var weekday: Int

    init(_ moment: Moment) {
        let dayLength: Int64 = 86_400_000
        let days = Int((Double(moment.milliseconds) / Double(dayLength)).rounded(.down))
        let rest = Int(moment.milliseconds - Int64(days) * dayLength)
        weekday = ((days + 4) % 7 + 7) % 7
        (hour, minute, second, millisecond) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60, rest % 1000)
        // Days to year, month and day by eras of 400 years that start in March, so that the leap day comes last.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// `2026-11-24T10:47:32`, without fraction and zone.
    var isoSeconds: String {
        "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
    }
}

extension Moment {
    /// `2026-11-24T10:47:32.123Z`, the form of the platform's timestamps.
    var iso: String {
        let time = CivilTime(self)
        return "\(time.isoSeconds).\(padded(time.millisecond, 3))Z"
    }

    /// `Tue, 24 Nov 2026 10:47:32 GMT`, the form of HTTP's dates (RFC 9110, 5.6.7).
    var httpDate: String {
        let time = CivilTime(self)
        let day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][time.weekday]
        let month =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][time.month - 1]
        let clock = "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
        return "\(day), \(padded(time.day, 2)) \(month) \(padded(time.year, 4)) \(clock) GMT"
    }

    /// `20261124T104732Z`, the form of dates in pre-signed URLs.
    var compact: String {
        CivilTime(self).isoSeconds.filter { $0 != "-" && $0 != ":" } + "Z"
    }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

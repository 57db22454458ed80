/// When a job starts automatically (API.md, 3.7).
struct Schedule: Sendable {
    var rhythm: Rhythm
    var jitter: JSON = .null
    /// How the platform fails to start what is due; nil while it starts everything.
    var lapse: Lapse?

    enum Lapse: Sendable {
        /// So many of the newest starts and all later ones are left out, while the next time moves on.
        case skips(runs: Int)
        /// The next time stays this many seconds before the simulator's start.
        case stalls(seconds: Double)
    }

    enum Rhythm: Sendable {
        /// Starts at this interval in minutes, divided by the simulator's speed.
        case every(minutes: Int)
        /// Starts at this time of day (UTC), on these days of the week (0 is Sunday); never divided by the speed.
        case daily(hour: Int, minute: Int, days: [Int])
    }

    static let dayNames = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"]

    var json: JSON {
        switch rhythm {
        case .every(let minutes):
            let every: JSON = minutes % 60 == 0 ? .int(minutes * 60_000) : .string("\(minutes)m")
            return ["jitter": jitter, "intervals": [["every": every]], "calendars": .array([])]
        case .daily(let hour, let minute, let days):
            let names = days.map { JSON.string(Schedule.dayNames[$0]) }
            let calendar: JSON = [
                "second": 0, "minute": .int(minute), "hour": .int(hour), "dayOfWeek": days.count == 7 ? "*" : .array(names),
                "dayOfMonth": "*", "month": "*", "comment": "times are UTC",
            ]
            return ["jitter": jitter, "intervals": .array([]), "calendars": .array([calendar])]
        }
    }

    /// The next start after a moment.
    func next(after moment: Moment, pace: Pace) -> Moment {
        switch rhythm {
        case .every(let minutes): moment + pace.span(Double(minutes) * 60)
        case .daily(let hour, let minute, let days): Schedule.daily(hour, minute, days, from: moment, step: 1)
        }
    }

    /// The last start before a moment, by the clock: the end of the history.
    func previous(before moment: Moment) -> Moment {
        switch rhythm {
        case .every(let minutes): moment - .seconds(minutes * 60)
        case .daily(let hour, let minute, let days): Schedule.daily(hour, minute, days, from: moment, step: -1)
        }
    }

    private static func daily(_ hour: Int, _ minute: Int, _ days: [Int], from moment: Moment, step: Int64) -> Moment {
        let dayLength: Int64 = 86_400_000
        let today = moment.milliseconds - moment.milliseconds % dayLength + Int64(hour * 60 + minute) * 60_000
        let candidates = (0...8).lazy.map { Moment(milliseconds: today + (step * Int64($0)) * dayLength) }
        let fits = { (candidate: Moment) in
            days.contains(CivilTime(candidate).weekday) && (step > 0 ? candidate > moment : candidate < moment)
        }
        return candidates.first(where: fits) ?? moment + .seconds(step * 86_400)
    }
}

import FoundationEssentials
import Insight
import Intuned
import Testing

/// What was due by the schedule's calendars, though the platform's next time has moved on.
struct DueTests {
    /// Monday 21 September 2026, 14:13:20 in UTC.
    private static let now = Facts.now

    private static func calendar(_ members: [(String, JSONValue)]) -> JSONValue {
        .object(members.map { .init(name: $0.0, value: $0.1) })
    }

    private static func names(
        _ calendar: JSONValue, last minutes: Double, jitter: String? = nil, lastPaused: Date? = nil
    ) -> [String] {
        let job = JobListItem(
            id: "job", state: .known(.active),
            schedule: Schedule(jitter: jitter.map { .string($0) }, calendars: [calendar]), nextRunTime: Facts.ago(-600))
        let runs = [Facts.run("last", started: minutes)]
        return Judge().verdicts(on: JobFacts(job: job, runs: runs, known: now, lastPaused: lastPaused), Observations()).map(
            \.kind.name)
    }

    private static func daily(hour: String, minute: String = "0") -> JSONValue {
        calendar([("hour", .number(hour)), ("minute", .number(minute)), ("dayOfMonth", .string("*"))])
    }

    @Test func dailyRunIsMissedByItsCalendar() {
        #expect(Self.names(Self.daily(hour: "13"), last: 24 * 60 + 73) == ["missed"])
        #expect(Self.names(Self.daily(hour: "13"), last: 73) == [])
        #expect(Self.names(Self.daily(hour: "15"), last: 24 * 60 - 47) == [])
    }

    @Test func jitterOfACalendarPutsALateStartOff() {
        #expect(Self.names(Self.daily(hour: "14"), last: 24 * 60 + 13, jitter: "15m") == [])
        #expect(Self.names(Self.daily(hour: "14", minute: "10"), last: 24 * 60 + 3) == ["late"])
        #expect(Self.names(Self.daily(hour: "13"), last: 24 * 60 + 60, jitter: "15m") == ["missed"])
    }

    @Test(arguments: [("MONDAY", ["missed"]), ("SUNDAY", []), ("1", ["missed"])]) func weekdaysCount(day: String, names: [String])
    {
        let weekly = Self.calendar([("hour", .number("13")), ("dayOfWeek", .string(day))])
        #expect(Self.names(weekly, last: 20 * 60) == names)
    }

    @Test func rangesListsAndMonthsAreRead() {
        let hours = JSONValue.object([
            .init(name: "start", value: .number("1")), .init(name: "end", value: .number("23")),
            .init(name: "step", value: .number("4")),
        ])
        #expect(Self.names(Self.calendar([("hour", hours)]), last: 4 * 60) == ["missed"])
        #expect(Self.names(Self.calendar([("hour", .array([.number("9"), .number("16")]))]), last: 4 * 60) == [])
        let september = JSONValue.array([.string("SEPTEMBER")])
        #expect(Self.names(Self.calendar([("hour", hours), ("month", september)]), last: 4 * 60) == ["missed"])
        #expect(Self.names(Self.calendar([("hour", hours), ("month", .string("MAY"))]), last: 4 * 60) == [])
        #expect(Self.names(Self.calendar([("hour", hours), ("dayOfMonth", .number("21"))]), last: 4 * 60) == ["missed"])
    }

    @Test func calendarThatCannotBeReadMakesNothingDue() {
        #expect(Self.names(Self.calendar([("hour", .string("noon"))]), last: 90 * 60) == [])
        #expect(Self.names(.string("0 3 * * *"), last: 90 * 60) == [])
    }

    @Test func nothingWasDueWhileTheJobWasPaused() {
        #expect(Self.names(Self.daily(hour: "13"), last: 72 * 60, lastPaused: Self.now.addingTimeInterval(-60)) == [])
        let intervals = Facts.ordinary(8, from: 300)
        let facts = JobFacts(
            job: Facts.job(next: -30), runs: intervals, known: Self.now, lastPaused: Self.now.addingTimeInterval(-60))
        #expect(Judge().verdicts(on: facts, Observations()) == [])
    }

    @Test func missedRunStaysMissedWhileTheNextOneIsDue() {
        #expect(Self.names(Self.daily(hour: "14"), last: 72 * 60) == ["missed"])
    }
}

import FoundationEssentials
import Intuned
import Testing

struct TimestampTests {
    /// 2024-01-01T00:00:00Z.
    private static let newYear = Date(timeIntervalSince1970: 1_704_067_200)

    @Test(arguments: [
        "2024-01-01T00:00:00Z", "2024-01-01t00:00:00z", "2024-01-01T00:00:00+00:00", "2024-01-01T00:00:00-00:00",
        "2024-01-01T02:00:00+02:00", "2024-01-01T02:00:00+0200", "2024-01-01T02:00:00+02", "2023-12-31T18:30:00-05:30",
        "2024-01-01 00:00:00+00", "2024-01-01 00:00:00+00:00", "2024-01-01 00:00:00", "2024-01-01T00:00:00",
        "2024-01-01T00:00:00.0Z", "2024-01-01 00:00:00.000000+00", "2023-12-31T23:59:60Z", "2024-01-01 00:00:00z",
        "2024-01-01T00:00Z", "2024-01-01T02:00+02:00", "2024-01-01 00:00", "2024-01-01T00:00:00,000Z",
        "2024-01-01 00:00:00 +0000", "2024-01-01 00:00:00 +0000 UTC", "2024-01-01 02:00:00.0 +02:00", "2024-01-01 00:00:00 UTC",
        "2024-01-01T00:00:00 Z", "2024-01-01T00:00:00UTC", "2024-01-01 00:00:00 GMT", "2024-01-01 00:53:28+00:53:28",
    ])
    func allFormsNameTheSameMoment(text: String) {
        #expect(Timestamp(text).date == Self.newYear)
        #expect(Timestamp(text).text == text)
    }

    @Test(arguments: [
        ("1", 0.1), ("12", 0.12), ("123", 0.123), ("1234", 0.1234), ("12345", 0.12345), ("123456", 0.123456),
        ("1234567", 0.1234567), ("12345678", 0.12345678), ("123456789", 0.123456789),
        ("123456789012", 0.123456789012), ("5" + String(repeating: "0", count: 10_000), 0.5),
    ])
    func fractionHasAnyNumberOfDigits(digits: String, seconds: Double) {
        #expect(Timestamp("2024-01-01T00:00:00.\(digits)Z").date == Self.newYear.addingTimeInterval(seconds))
        #expect(Timestamp("2024-01-01 00:00:00.\(digits)+00").date == Self.newYear.addingTimeInterval(seconds))
    }

    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2000-02-29T12:00:00Z", 951_825_600), ("1900-03-01T00:00:00Z", -2_203_891_200),
            ("0001-01-01T00:00:00Z", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
        ] as [(String, Double)])
    func theCalendarIsTheGregorianOneAtAllTimes(text: String, seconds: Double) {
        #expect(Timestamp(text).date == Date(timeIntervalSince1970: seconds))
    }

    @Test(arguments: [
        "", "yesterday", "<string>", "1793491200", "2024-01-01", "2024-01-01T00Z", "2024-01-01T00:00:Z", "2024-13-01T00:00:00Z",
        "2023-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2024-04-31T00:00:00Z", "2024-00-10T00:00:00Z", "2024-01-00T00:00:00Z",
        "2024-01-01T24:00:00Z", "2024-01-01T00:60:00Z", "2024-01-01T00:00:61Z", "2024-01-01T00:00:00.Z",
        "2024-01-01T00:00:00+", "2024-01-01T00:00:00+2", "2024-01-01T00:00:00+25:00", "2024-01-01T00:00:00+02:60",
        "2024-01-01T00:00:00Z ", "2024-01-01T00:00:00ZZ", "2024-01-01T00:00:00  Z", "2024-01-01T00:00:00 ",
        "2024-01-01T00:00:00 +0000 ", "2024-01-01 00:00:00 +0000 CET", "2024-01-01 00:00:00+00:00:60",
        "2024-01-01 00:00:00+00:00:00:00", "2024-01-01T00:00:00 cet", "+024-01-01T00:00:00Z", "２０２４-01-01T00:00:00Z",
    ])
    func whatIsNoTimeIsKeptWithoutADate(text: String) {
        #expect(Timestamp(text).date == nil)
        #expect(Timestamp(text).text == text)
    }

    @Test func aDateIsWrittenInUTC() {
        #expect(Timestamp(Self.newYear).text == "2024-01-01T00:00:00Z")
        #expect(Timestamp(Self.newYear.addingTimeInterval(0.25)).text == "2024-01-01T00:00:00.250Z")
        #expect(Timestamp(Timestamp(Self.newYear).text) == Timestamp(Self.newYear))
    }

    /// All fields of the contract that hold a time, by model.
    private static let answers: [@Sendable (String) throws -> [Timestamp?]] = [
        { time in
            let run: JobRun = try decode(
                """
                {"id": "r", "status": "PENDING", "start_time": \(time), "end_time": \(time), "created_at": \(time),
                 "updated_at": \(time)}
                """)
            return [run.startTime, run.endTime, run.createdAt, run.updatedAt]
        },
        { time in
            let job: JobListItem = try decode(
                """
                {"id": "j", "state": "ACTIVE", "next_run_time": \(time), "last_run_time": \(time), "created_at": \(time),
                 "reason": {"type": "paused", "timestamp": \(time)}}
                """)
            return [job.nextRunTime, job.lastRunTime, job.createdAt, try #require(job.reason).timestamp]
        },
        { time in
            let job: JobDetail = try decode(
                """
                {"id": "j", "state": "ACTIVE", "next_run_time": \(time), "last_run_time": \(time), "created_at": \(time)}
                """)
            return [job.nextRunTime, job.lastRunTime, job.createdAt]
        },
        { time in
            [
                try decode(#"{"signed_url": "https://s.example", "signed_url_expiration": \#(time)}"#, as: RunResults.self)
                    .expiration
            ]
        },
    ]

    @Test(arguments: [
        ("\"2024-01-01 00:00:00.25 +0000 UTC\"", "2024-01-01 00:00:00.25 +0000 UTC"), ("\"soon\"", "soon"), ("\" \"", " "),
        ("1704067200.5", "1704067200.5"), ("true", "true"), ("\"\\u0000\"", "\0"), ("\"\"", nil), ("null", nil), ("{}", nil),
        ("[\"2024-01-01T00:00:00Z\"]", nil), ("\"0001-01-01T00:00:00Z\"", nil), ("\"0001-01-01 00:00:00 +0000 UTC\"", nil),
    ])
    func noTimeCostsTheAnswerThatItStandsIn(json: String, text: String?) throws {
        for answer in Self.answers {
            let times = try answer(json)
            #expect(times == times.map { _ in text.map { Timestamp($0) } })
        }
    }

    @Test func aNumberInATimesPlaceIsKeptAsText() throws {
        let run: JobRun = try decode(#"{"id": "r", "status": "PENDING", "start_time": 1793491200}"#)
        #expect(run.startTime == Timestamp("1793491200"))
    }
}

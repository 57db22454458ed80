import FoundationEssentials
import Query
import Testing

/// Which rows pass a query.
struct QueryMatcherTests {
    private struct Row: Sendable {
        var id = "5f2c"
        var status = "FAILURE"
        var error: String? = "TimeoutError: waiting for \".price\""
        var failed: Int? = 12
        var took: Double? = 3600
        var usual: Double? = 1500
        var started = Date(timeIntervalSince1970: 1_795_824_000)
        var other: [String: QueryValue] = ["price": .texts(["129.5"]), "title": .texts(["Solid Disk"])]
    }

    private static let fields: [QueryField<Row>] = [
        QueryField("id", .text) { .text($0.id) }, QueryField("status", .text) { .text($0.status) },
        QueryField("error", .text) { .text($0.error) }, QueryField("failed", .number) { .count($0.failed) },
        QueryField("took", .duration) { row in row.took.map { .number($0, usual: row.usual) } ?? .none },
        QueryField("started", .time) { .time($0.started) },
    ]
    /// 2026-11-28 in Greenwich; the local clock is two hours ahead.
    private static let surroundings = QuerySurroundings(now: Date(timeIntervalSince1970: 1_795_860_000)) { _ in 7200 }

    private static func passes(_ text: String, _ row: Row = Row()) -> Bool {
        let query = Query(text, FieldNames(of: fields, isOpen: true))
        let matcher = QueryMatcher<Row>(
            query, fields, in: surroundings, other: { $0.other[$1] ?? .none }, words: { [$0.id, $0.status, $0.error ?? ""] })
        return matcher.matches(row)
    }

    @Test(arguments: [
        "", "timeout", "TIMEOUT 5f2c", "\"waiting for\"", "nothing|price", "status:failure", "status:success|failure",
        "status=failure", "-status:success", "failed>10", "failed>=12", "failed:12", "failed:1|12", "failed:10..20", "took>30m",
        "took>2x", "took:1h", "took<3x", "started:2026-11-28", "started:2026-11-28..2026-11-28", "started:-1d..",
        "started:..2026-11-28T02:00", "started:02:00", "/wait.*price/", "-/^success$/", "price>100", "price=129.5",
        "price:100..200",
        "price:..130",
        "title:disk", "-title:~tape", "-size>3",
    ]) func rowPasses(text: String) {
        #expect(Self.passes(text))
    }

    @Test(arguments: [
        "success", "timeout missing", "-timeout", "status=fail", "status:success", "failed>12", "failed<12", "failed:13..",
        "took>3x", "took<=59m", "started:2026-11-27", "started:2026-11-29..", "started:-1h..", "started:03:00..04:00",
        "/^price/", "price<100", "price:1..2", "title=disk", "size>3", "size:3",
    ]) func rowDoesNotPass(text: String) {
        #expect(!Self.passes(text))
    }

    @Test func whatIsUnknownMeetsNoCondition() {
        var row = Row()
        (row.failed, row.took, row.usual, row.error) = (nil, nil, nil, nil)
        for text in ["failed>0", "failed<9", "failed:0", "took>1s", "took<1d", "error:a"] {
            #expect(!Self.passes(text, row) && Self.passes("-" + text, row), "\(text)")
        }
        row.took = 9000
        #expect(!Self.passes("took>2x", row), "nothing is usual yet")
    }

    @Test func fixedTimesStayWhenTheClockGoesOn() {
        let names = FieldNames(of: Self.fields)
        for text in ["started:-1d..", "started:2026-11-28", "-started<01:00", "started:01:00..03:00"] {
            let query = Query(text, names).fixed(in: Self.surroundings)
            let later = QuerySurroundings(now: Self.surroundings.now + 400_000) { _ in -20_000 }
            #expect(QueryMatcher(query, Self.fields, in: later, words: { _ in [] }).matches(Row()), "\(text)")
            #expect(!query.dependsOnTime && query.written == Query(text, names).written && query.fixed(in: later) == query)
        }
    }

    @Test func dayBeginsOnTheLocalClock() {
        var row = Row()
        row.started = Date(timeIntervalSince1970: 1_795_816_799)
        #expect(Self.passes("started:2026-11-27", row))
        row.started += 1
        #expect(Self.passes("started:2026-11-28", row))
    }

    @Test func lettersBeyondASCIIMatchInAnyCase() {
        var row = Row()
        row.error = "ÜBERLAUF in Größe"
        #expect(Self.passes("überlauf größe", row))
        #expect(Self.passes("error=\"überlauf in größe\"", row))
    }

    @Test func patternOfARegularExpressionCannotHang() {
        var row = Row()
        row.error = String(repeating: "a", count: 60_000) + "b"
        #expect(!Self.passes("/(a+)+c$/", row))
        #expect(!Self.passes("/(a|aa)+c/", row))
    }

    /// Each query against a slow and plain reading of it.
    @Test func filterNeitherShowsNorHidesWrongRows() {
        var dice = Dice(state: 3)
        let statuses = ["SUCCESS", "FAILURE", "RUNNING", "PAUSED"]
        for _ in 0..<2_000 {
            var row = Row()
            row.status = statuses[dice.number(below: 4)]
            row.failed = dice.number(below: 3) == 0 ? nil : dice.number(below: 20)
            let wanted = statuses[dice.number(below: 4)]
            let limit = dice.number(below: 20)
            let isSo = row.status == wanted && (row.failed.map { $0 > limit } ?? false)
            #expect(Self.passes("status:\(wanted.lowercased()) failed>\(limit)", row) == isSo)
            let isEither = row.status == wanted || row.status == "PAUSED"
            #expect(Self.passes("status:\(wanted)|paused", row) == isEither)
            #expect(Self.passes("-status:\(wanted)", row) == (row.status != wanted))
        }
    }
}

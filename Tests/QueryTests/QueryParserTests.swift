import Query
import Testing

/// The grammar as a table: what is typed, and what it is read as.
struct QueryParserTests {
    static let names = FieldNames([
        "status": .text, "reason": .text, "error": .text, "id": .text, "failed": .number, "share": .share, "took": .duration,
        "age": .duration, "started": .time,
    ])

    @Test(arguments: [
        ("", ""), ("   ", ""), ("shop", "shop"), ("shop  eu", "shop eu"), ("-shop", "-shop"), ("a|b", "a|b"), ("a||b|", "a|b"),
        ("\"exact words\"", "\"exact words\""), ("\"a|b\"", "\"a|b\""), ("status:failure", "status:failure"),
        ("STATUS:failure", "status:failure"), ("status:failure|terminated", "status:failure|terminated"),
        ("-status:success", "-status:success"), ("status=paused", "status=paused"), ("error:~disk", "error:disk"),
        ("error:\"credits used\"|timeout", "error:\"credits used\"|timeout"), ("failed>10", "failed>10"),
        ("failed>=10", "failed:10.."), ("failed<=10", "failed:..10"), ("failed:3", "failed:3"), ("failed:1,000", "failed:1,000"),
        ("failed:3..5", "failed:3..5"), ("failed:3..", "failed:3.."), ("failed:1|5..9", "failed:1|5..9"),
        ("share>5%", "share>5%"), ("share>2x", "share>2x"), ("took>30m", "took>30m"), ("took>1h30m", "took>1h30m"),
        ("took>2x", "took>2x"), ("age<2h", "age<2h"), ("started:2026-11-26..", "started:2026-11-26.."),
        ("started:2026-11-26", "started:2026-11-26"), ("started:..2026-11-26T14:30", "started:..2026-11-26T14:30"),
        ("started:-3d..", "started:-3d.."), ("started>14:30", "started:14:30.."), ("/time ?out/", "/time ?out/"),
        ("/a\\/b/", "/a\\/b/"), ("-/x/", "-/x/"), ("/products/12", "\"/products/12\""), ("https://a.b/c", "\"https://a.b/c\""),
        ("- shop", "\"-\" shop"), ("12:30", "\"12:30\""),
    ]) func textIsReadAs(text: String, written: String) {
        let query = Query(text, Self.names)
        #expect(query.mistakes.isEmpty)
        #expect(query.written == written)
    }

    @Test(arguments: [
        ("stauts:failure", Mistake.Kind.unknownField("stauts", nearest: "status"), 0..<14),
        ("shop colour:red x", .unknownField("colour", nearest: nil), 5..<15), ("status:", .missingValue("status"), 0..<7),
        ("status>failure", .notComparable("status"), 0..<14), ("failed>many", .notAnAmount("many", field: "failed"), 0..<11),
        ("failed>5%", .notAnAmount("5%", field: "failed"), 0..<9), ("failed>5m", .notAnAmount("5m", field: "failed"), 0..<9),
        ("failed>nan", .notAnAmount("nan", field: "failed"), 0..<10), ("a started:soon", .notATime("soon"), 2..<14),
        ("started:2026-13-01", .notATime("2026-13-01"), 0..<18), ("\"open", .unclosedQuote, 0..<5),
        ("error:\"a b", .unclosedQuote, 0..<10), ("/(a/", .badPattern("(a"), 0..<4), ("/(a)\\1/", .badPattern("(a)\\1"), 0..<7),
        ("/a{1000}/", .badPattern("a{1000}"), 0..<9),
    ]) func mistakeIsNamedWithItsPlace(text: String, kind: Mistake.Kind, place: Range<Int>) {
        #expect(Query(text, Self.names).mistakes == [Mistake(kind: kind, characters: place)])
    }

    @Test func restHoldsBesideAMistake() {
        let query = Query("shop stauts:failure failed>3", Self.names)
        #expect(query.written == "shop failed>3")
        #expect(query.mistakes.count == 1)
    }

    @Test func everyNameIsAFieldWhereNamesAreOpen() {
        let open = FieldNames(["code": .text], isOpen: true)
        let query = Query("price>100 output.title:~disk Code:script-timeout Price=9", open)
        #expect(query.mistakes.isEmpty)
        #expect(query.written == "price>100 output.title:disk code:script-timeout Price=9")
    }

    @Test func writtenQueryReadsAsTheSameTerms() {
        var dice = Dice(state: 7)
        let pieces = [
            "a", "-", "|", "\"", "/", ":", ">", "<=", "=", " ", "status", "failed", "took", "started", "12", "5%", "2x", "1h",
            "2026-11-26", "..", "~", "é", "日", "\\", "(", "[", "*", "{", ",", ".", "-3d", "x y", "nan",
        ]
        var (terms, mistakes) = (0, 0)
        for _ in 0..<20_000 {
            let text = (0..<dice.number(below: 9)).map { _ in pieces[dice.number(below: pieces.count)] }.joined()
            let query = Query(text, Self.names)
            let again = Query(query.written, Self.names)
            #expect(again.terms == query.terms && again.mistakes.isEmpty, "\(text) became \(query.written)")
            terms += query.terms.count
            mistakes += query.mistakes.count
            #expect(query.mistakes.allSatisfy { 0 <= $0.characters.lowerBound && $0.characters.upperBound <= text.count })
        }
        #expect(terms > 10_000 && mistakes > 1_000)
    }
}

/// Repeatable randomness (SplitMix64).
struct Dice {
    var state: UInt64

    mutating func number(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
}

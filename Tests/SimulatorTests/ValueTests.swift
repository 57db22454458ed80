import Testing

@testable import Simulator

struct ValueTests {
    @Test func jsonIsWrittenInOrderAndWithEverythingEscaped() {
        let json: JSON = ["b": 1, "a": [true, .null, .number(2.5), "q\"\\\n\t\u{1}é👍"], "raw": .raw("1e400")]
        #expect(
            String(decoding: json.bytes, as: UTF8.self) == #"{"b":1,"a":[true,null,2.5,"q\"\\\n\t\u0001é👍"],"raw":1e400}"#)
    }

    @Test func anOverlayReplacesAddsAndTakesOut() {
        let json: JSON = ["a": 1, "b": 2]
        #expect(json.overlaid(with: [("a", "x"), ("b", nil), ("c", .null), ("d", nil)]) == ["a": "x", "c": .null])
    }

    @Test func momentsAreWrittenInEveryForm() {
        let moments: [(Int64, String, String)] = [
            (0, "1970-01-01T00:00:00.000Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
            (951_782_399_999, "2000-02-28T23:59:59.999Z", "Mon, 28 Feb 2000 23:59:59 GMT"),
            (951_868_800_000, "2000-03-01T00:00:00.000Z", "Wed, 01 Mar 2000 00:00:00 GMT"),
            (1_709_164_800_007, "2024-02-29T00:00:00.007Z", "Thu, 29 Feb 2024 00:00:00 GMT"),
            (-1, "1969-12-31T23:59:59.999Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
        ]
        for (milliseconds, iso, http) in moments {
            #expect(Moment(milliseconds: milliseconds).iso == iso)
            #expect(Moment(milliseconds: milliseconds).httpDate == http)
        }
        #expect(Moment(milliseconds: 0).compact == "19700101T000000Z")
    }

    @Test func pathsAreSplitBeforeTheyAreDecoded() {
        let request = Request(
            origin: .api, method: "GET", target: "/a/gr%C3%B6%C3%9Fe%2Fpreis%20liste/b?x=1%262&y&z=%zz", headers: [])
        #expect(request.path == ["a", "größe/preis liste", "b"])
        #expect(request.query.map(\.name) == ["x", "y"])
        #expect(request.query.map(\.value) == ["1&2", ""])
        #expect(Request(origin: .api, method: "GET", target: "/%ff", headers: []).path == nil)
        #expect(Request(origin: .api, method: "GET", target: "/%2", headers: []).path == nil)
        #expect(PercentEncoding.encoded("größe/a b~") == "gr%C3%B6%C3%9Fe%2Fa%20b~")
    }

    @Test func diceFallTheSameWayForTheSameKey() {
        var (left, right) = (Dice(1).fork(2).fork(3), Dice(1).fork(2).fork(3))
        #expect((0..<50).map { _ in left.next() } == (0..<50).map { _ in right.next() })
        var (first, second) = (Dice(1).fork(2), Dice(1).fork(3))
        #expect(first.next() != second.next())
    }

    @Test func aMessageHasItsPlacesFilled() {
        let failure = ItemFailure(code: "x", category: "y", template: "{n} a {sku} {uuid} {hex} {ms} {other} {")
        let message = failure.message(Dice(1))
        #expect(message.wholeMatch(of: /\d+ a SKU-\d{5} [0-9a-f-]{36} [0-9a-f]{16} \d+ \{other\} \{?/) != nil, "\(message)")
        #expect(failure.message(Dice(1)) == message)
        #expect(failure.message(Dice(2)) != message)
    }
}

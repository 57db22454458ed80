import FoundationEssentials
import Query
import Testing

@testable import ResultsFile

/// Which items pass a filter with fields.
@Suite struct ItemQueryTests {
    private let folder = Folder()

    private static let items = [
        Lines.ok(
            output:
                #"{"title":"Solid Disk","price":129.5,"stock":true,"eta":null,"seller":{"id":7,"city":"Köln"},"tags":["new","red"],"#
                + #""code":"A7","id":12345678901234567890}"#, run: "r0"),
        Lines.ok("details", output: #"[{"title":"Lamp","price":20},{"title":"Chair","price":500}]"#, run: "r1"),
        Lines.failed(code: "script-timeout", message: "too slow: out of \\\"memory\\\"", run: "r2"),
        Lines.failed("details", code: "blocked", message: "HTTP 403", run: "r3", started: "2026-03-01T09:59:00.000Z"),
        Lines.canceled(),
        #"{"title":"Plain","price":"99.90","duration_ms":45000,"attempts":2,"status":"done?"}"#,
        "{\"broken",
    ]

    private func rows(_ query: String, in text: String) async throws -> [Int] {
        let (file, _) = try await folder.index(text)
        return try await rows(query, in: file)
    }

    private func rows(_ text: String, in file: ResultsFile) async throws -> [Int] {
        let query = Query(text, ItemQuery.names)
        #expect(query.mistakes.isEmpty, "\(text)")
        let clock = QuerySurroundings(now: Date(timeIntervalSince1970: 1_772_366_400)) { _ in 0 }
        let view = file.view(ResultsFilter(query: query.fixed(in: clock)))
        let state = await view.searched()
        #expect(state.isFinal && state.failure == nil && state.examined == state.rows)
        return try view.rowNumbers(in: 0..<state.count)
    }

    static let table: KeyValuePairs<String, [Int]> = [
        "": [0, 1, 2, 3, 4, 5, 6], "price>100": [0], "price>=99.9": [0, 5], "price:20..99.90": [1, 5], "price:129.5": [0],
        "price=129": [], "output.price<100": [1, 5], "PRICE<100": [1, 5], "title:~disk": [0], "output.title:disk|lamp": [0, 1],
        "title=lamp": [1], "title=lam": [], "title:chair": [], "-title:disk": [1, 2, 3, 4, 5, 6], "stock:true": [0],
        "eta=null": [0], "seller.id:7": [0], "seller.city:köln": [0], "seller:KÖLN": [0], "tags=red": [0], "tags:re": [0],
        "id:12345678901234567890": [0], "id=12345678901234567891": [], "id>1": [0], "code:script-timeout": [2],
        "output.code:a7": [0], "code:a7": [], "error:\"out of \"": [2], "error:memory|403": [2, 3], "error:blocked": [3],
        "status:ok": [0, 1], "-status:ok": [2, 3, 4, 5, 6], "status:failed|canceled": [2, 3, 4], "status:broken": [6],
        "status:unknown": [5], "status=\"no outcome\"": [5], "Status:ok": [0, 1], "api:details": [1, 3], "api=detail": [],
        "api:detail -status:failed": [1], "took>2s": [0, 1, 2, 3, 4, 5], "took>30s": [3, 5], "took<3s": [0, 1, 2, 4],
        "tries>1": [2, 3, 5], "tries:2": [5], "reason:terminated": [4], "param:page": [0, 1, 2, 3, 4],
        "param=1": [0, 1, 2, 3, 4],
        "row:2..3": [1, 2], "row<=1": [0], "row:7": [6], "started:2026-03-01": [0, 1, 2, 3, 4], "started:-2h..": [0, 1, 2, 4],
        "started<2026-02-01": [], "output:lamp": [1], "output:chair": [1], "disk": [0], "\"Solid Disk\"": [0],
        "lamp|disk -details": [0], "/solid.disk/": [0], "-/apiInfo/": [5, 6], "broken": [6], "missing>0": [],
        "-missing>0": [0, 1, 2, 3, 4, 5, 6], "script-timeout row>5": [], "title:disk timeout": [],
    ]

    @Test(arguments: table.map { ($0.key, $0.value) })
    func rowsOfJSONLinesPass(text: String, expected: [Int]) async throws {
        #expect(try await rows(text, in: Self.items.joined(separator: "\n")) == expected)
    }

    @Test(arguments: ["price>100", "status:failed", "api:details tries>1", "disk", "title:lamp", "row:2..3"])
    func rowsOfAnArrayPassLikeLines(text: String) async throws {
        let items = Self.items.dropLast()
        let lines = try await rows(text, in: items.joined(separator: "\n"))
        #expect(try await rows(text, in: "[\(items.joined(separator: ",\n"))]") == lines && !lines.isEmpty)
    }

    @Test func columnsOfCSVFilesAreFields() async throws {
        let (file, _) = try await folder.index(
            "api,title,price,Note,status\nprices,Lamp,19.90,,ok\nprices,Chair,\"1,200\",\"a, b\",failed\nstock,,x,c,ok\n")
        for (text, expected) in [
            ("price>19", [0, 1]), ("price:100..2000", [1]), ("note:\"a, b\"", [1]), ("title:lamp", [0]), ("api:prices", [0, 1]),
            ("status:ok", [0, 2]), ("output.status:failed", [1]), ("price<5", []), ("chair", [1]),
        ] {
            #expect(try await rows(text, in: file) == expected, "\(text)")
        }
    }

    @Test func apiBeyondTheCountedNamesIsReadFromTheRow() async throws {
        let count = APITallies.limit + 3
        let text = (0..<count).map { #"{"api":"api-\#($0)","x":\#($0)}"# }.joined(separator: "\n")
        let (file, _) = try await folder.index(text)
        #expect(try await rows("api=api-\(count - 1)", in: file) == [count - 1])
        #expect(try await rows("api=api-\(count - 1) -x:3", in: file) == [count - 1])
        #expect(try await rows("-api:api", in: file) == [])
    }

    @Test func hostileRowsAreFilteredToo() async throws {
        let members = (0..<20_000).map { #""k\#($0)":\#($0)"# }.joined(separator: ",")
        let deep = String(repeating: #"{"a":"#, count: 3_000) + "1" + String(repeating: "}", count: 3_000)
        let long = String(repeating: "x", count: 200_000)
        let outputs = [
            "{\(members)}", deep, #"{"a":"\#(long)end"}"#, #"{"\u0070rice":-1E+400,"n":"\ud800"}"#, #"{"a\u0000b":"c\u0000d"}"#,
            #"{"a.b":1,"a":{"b":2}}"#, #"{"a":{"b":3},"a.b":4}"#, "[]", "[1]", "{}", "\"text\"",
        ]
        let (file, _) = try await folder.index(outputs.map { Lines.ok(output: $0) }.joined(separator: "\n"))
        for (text, expected) in [
            ("k19999:19999", [0]), ("a.a.a:1", [1]), ("a:end", [2]), ("/xend/", [2]), ("price=-1E+400", [3]), ("price<0", []),
            ("n:x", []), ("a.b<2", [5]), ("a.b:3", [6]), ("a.b:2..", [6]), ("a.b.c.d.e.f.g.h.i.j.k:1", []), ("output:text", [10]),
        ] {
            #expect(try await rows(text, in: file) == expected, "\(text)")
        }
    }

    @Test func patternFindsTheEndOfALongRow() async throws {
        let long = String(repeating: "y", count: 8_150)
        for shift in stride(from: 0, to: 60, by: 4) {
            let text = Lines.ok(output: #""\#(String(repeating: "z", count: shift))\#(long)needle""#)
            #expect(try await rows("/y[m-o]eedle\"/", in: text) == [0])
            #expect(try await rows("/^needle/", in: text) == [])
        }
    }

    @Test func searchForAPatternThatTakesLongIsCanceled() async throws {
        let long = String(repeating: "y", count: 4 << 20)
        let (file, _) = try await folder.index(Lines.ok(output: "\"\(long)\""))
        let view = file.view(ResultsFilter(query: Query("/y+y+needle/", ItemQuery.names)))
        view.cancel()
        #expect(await view.searched().failure == .canceled)
    }

    @Test func randomQueriesFindWhatAPlainReadingFinds() async throws {
        var random = Numbers(state: 7)
        let values = (0..<400).map { _ in (price: random.next(200), name: ["disk", "lamp", "Desk"][random.next(3)]) }
        let text = values.enumerated().map { number, value in
            let output = #"{"name":"\#(value.name)","price":\#(value.price)}"#
            return number % 5 == 4
                ? Lines.failed("b", code: "c\(value.price % 3)") : Lines.ok(number % 2 == 0 ? "a" : "b", output: output)
        }.joined(separator: "\n")
        let (file, _) = try await folder.index(text)
        for _ in 0..<60 {
            let (least, row, word) = (random.next(200), random.next(400), ["disk", "LAMP", "es"][random.next(3)])
            let terms: [(String, (Int) -> Bool)] = [
                ("price>\(least)", { $0 % 5 != 4 && values[$0].price > least }), ("row>\(row)", { $0 + 1 > row }),
                ("name:\(word)", { $0 % 5 != 4 && values[$0].name.lowercased().contains(word.lowercased()) }),
                ("status:failed", { $0 % 5 == 4 }), ("api:b", { $0 % 5 == 4 || $0 % 2 == 1 }),
                ("code:c1", { $0 % 5 == 4 && values[$0].price % 3 == 1 }),
            ]
            let chosen = (0..<(1 + random.next(3))).map { _ in (terms[random.next(terms.count)], random.next(2) == 0) }
            let query = chosen.map { ($0.1 ? "-" : "") + $0.0.0 }.joined(separator: " ")
            let expected = values.indices.filter { row in chosen.allSatisfy { $0.0.1(row) != $0.1 } }
            #expect(try await rows(query, in: file) == expected, "\(query)")
        }
    }

    @Test func canceledSearchOfFieldsSaysSo() async throws {
        var options = ResultsOptions()
        options.isGrowing = true
        let file = try ResultsFile(path: try folder.write(Lines.many(10)), options: options)
        let view = file.view(ResultsFilter(query: Query("price>100", ItemQuery.names), order: ListOrder(by: "price")))
        view.cancel()
        #expect(await view.searched().failure == .canceled)
    }

    /// Numbers that look random and are the same in every run.
    private struct Numbers {
        var state: UInt64

        mutating func next(_ end: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % end
        }
    }
}

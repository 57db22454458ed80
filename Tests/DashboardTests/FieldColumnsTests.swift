import Dashboard
import Testing
import TextScreen

@testable import ResultsFile

/// The columns for the fields of the outputs.
@Suite struct FieldColumnsTests {
    private func file(_ count: Int = 200, api: String = "prices", _ output: (Int) -> String) -> SampleFile {
        SampleFile(rows: (0..<count).map { SampleFile.row($0, api: api, output: output($0)) })
    }

    private func lines(_ sitting: Sitting) -> [String] { draw(sitting.state).text.split(separator: "\n").map(String.init) }

    /// The rows of the list.
    private func items(_ sitting: Sitting) -> [String] {
        Array(lines(sitting).drop { !$0.contains(" TOOK") }.dropFirst())
    }

    /// The titles of the columns.
    private func titles(_ sitting: Sitting) -> [String] {
        let line = lines(sitting).first { $0.contains(" ROW ") || $0.contains(" TOOK") } ?? ""
        return line.split(whereSeparator: { $0 == " " || $0 == "|" }).map(String.init)
    }

    @Test func fieldsOfTheOutputsAreColumnsInTheOrderOfTheFile() {
        let sitting = Sitting.reading(file { #"{"title":"T\#($0)","price":\#($0).5,"stock":\#($0)}"# })
        #expect(titles(sitting) == ["ROW", "PARAMETERS", "STARTED", "TOOK", "TRIES", "title", "price", "stock"])
    }

    @Test func columnsWithoutValuesAreLeftOut() {
        var file = file { #"{"title":"T\#($0)"}"# }
        for index in file.rows.indices {
            (file.rows[index].duration, file.rows[index].startedAt, file.rows[index].parameters) = (nil, nil, nil)
        }
        #expect(titles(Sitting.reading(file)) == ["ROW", "TRIES", "title"])
    }

    @Test func numbersStandOnTheRight() {
        let sitting = Sitting.reading(file { #"{"price":\#($0 % 2 == 0 ? "7.5" : "1234.50"),"name":"x\#($0)"}"# })
        let (title, first, second) = (lines(sitting).first { $0.contains(" price ") }, items(sitting)[0], items(sitting)[1])
        #expect(first.contains("     7.5  x0") && second.contains(" 1234.50  x1"))
        #expect(title?.contains("   price  name") == true)
    }

    @Test func fieldOfFewRowsIsNoColumn() {
        let sitting = Sitting.reading(
            file { index in
                let rare = index % 3 == 0 ? #","rare":1"# : ""
                let half = index % 2 == 0 ? #","half":\#(index)"# : ""
                return #"{"a":\#(index)\#(rare)\#(half)}"#
            })
        #expect(titles(sitting).suffix(2) == ["a", "half"])
    }

    @Test func fieldThatNeverChangesComesLast() {
        let sitting = Sitting.reading(file { #"{"currency":"EUR","price":\#($0)}"# })
        #expect(titles(sitting).suffix(2) == ["price", "currency"])
    }

    @Test func columnsStayWhileTheListScrolls() {
        let file = file(1_000) { $0 < 300 ? #"{"a":\#($0),"b":"x"}"# : #"{"c":"\#($0)","a":\#($0)00000}"# }
        var sitting = Sitting.reading(file)
        let before = titles(sitting)
        var starts: [String: Int] = [:]
        for key in [Key.down, .pageDown, .character("G"), .pageUp, .character("g"), .down] {
            sitting.press(key)
            sitting.answer(from: file)
            let (shown, line) = (titles(sitting), lines(sitting).first { $0.contains(" ROW ") } ?? "")
            #expect(shown.filter(before.contains) == before)
            // Widths only grow.
            let start = line.distance(from: line.startIndex, to: line.firstRange(of: " b")?.lowerBound ?? line.startIndex)
            #expect(start >= starts["b", default: 0])
            starts["b"] = start
        }
        #expect(titles(sitting).suffix(3) == ["a", "b", "c"])
    }

    @Test func anotherFilterChoosesAgain() {
        var file = file(100) { $0 % 4 == 0 ? #"{"found":\#($0)}"# : #"{"price":\#($0)}"# }
        for index in file.rows.indices where index % 4 == 0 { file.rows[index].apiName = "list" }
        var sitting = Sitting.reading(file)
        #expect(titles(sitting).contains("price") && !titles(sitting).contains("found"))
        #expect(items(sitting)[0].contains(#"{"found":0}"#), "an output without these fields is shown whole")
        sitting.press(.character("A"))
        sitting.answer(from: file)
        #expect(titles(sitting).contains("found") && !titles(sitting).contains("price"))
    }

    @Test(arguments: ["\"text\"", "17", "[1,2,3]", "true"])
    func outputsWithoutFieldsAreShownWhole(output: String) {
        let sitting = Sitting.reading(file { _ in output })
        #expect(titles(sitting).suffix(2) == ["CODE", "RESULT"])
    }

    @Test func arrayOfObjectsShowsItsCountAndItsFirstElement() {
        let sitting = Sitting.reading(file { #"[{"title":"T\#($0)"}\#(String(repeating: ",{}", count: $0 % 3))]"# })
        #expect(titles(sitting).suffix(2) == ["COUNT", "[0].title"])
        #expect(items(sitting)[1].contains("     2  T1"))
    }

    @Test func failedItemShowsItsErrorAcrossTheColumns() {
        for (columns, code) in [(120, "script-execution-ex… "), (80, "")] {
            let line = lines(Sitting.reading(columns: columns)).first { $0.contains("Blocked") } ?? ""
            #expect(line.contains("s  \(code)Blocked by the site: HTTP 403 (reque"))
        }
    }

    @Test func hostileNamesAndValuesStayInsideTheirColumns() {
        let long = String(repeating: "n", count: 3_000)
        let sitting = Sitting.reading(
            file { #"{"a\u001b[2J\nb":"\#($0)\u001b[31m\nx","\#(long)":"\#($0)\#(long)","\u202Ee":\#($0)}"# })
        let shown = lines(sitting)
        #expect(shown.allSatisfy { $0.count == shown[0].count })
        #expect(shown.contains { $0.contains("a^[[2J") && $0.contains("nnnnnnn…") })
        #expect(items(sitting)[0].contains(" 0^[[31m x "))
    }

    @Test func tenThousandKeysGiveAsManyColumnsAsFit() {
        let members = (0..<10_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        let sitting = Sitting.reading(file(50) { _ in "{\(members)}" })
        #expect(draw(sitting.state).words.contains("of 64"))
    }

    @Test func wideCharactersTakeTwoColumns() {
        let sitting = Sitting.reading(file { #"{"名前":"椅子椅子\#($0)","price":\#($0)}"# })
        let line = items(sitting)[0]
        #expect(line.contains("椅子椅子0"))
        #expect(titles(sitting).suffix(2) == ["名前", "price"])
    }

    @Test func furtherFieldsAreShownByShifting() {
        let members = { (index: Int) in (1...12).map { #""field\#($0)":"\#(index)-\#(String(repeating: "v", count: 12))""# } }
        let file = file { "{\(members($0).joined(separator: ","))}" }
        var sitting = Sitting.reading(file, columns: 84, rows: 24)
        #expect(draw(sitting.state).words.contains("fields 1-3 of 12"))
        sitting.press(.character("<"))
        #expect(titles(sitting).suffix(3) == ["field1", "field2", "field3"])
        sitting.press(.character(">"))
        #expect(titles(sitting).suffix(3) == ["field2", "field3", "field4"])
        for _ in 0..<30 { sitting.press(.character(">")) }
        #expect(titles(sitting).suffix(3) == ["field10", "field11", "field12"])
        #expect(draw(sitting.state).words.contains("fields 10-12 of 12"))
        sitting.press(.character("<"))
        #expect(titles(sitting).suffix(3) == ["field9", "field10", "field11"])
    }

    @Test func choiceStartsAgainUntilAScreenOfRowsIsSeen() {
        let whole = file { #"{"currency":"EUR","price":\#($0)}"# }
        var first = whole
        first.rows = Array(whole.rows.prefix(1))
        first.phase = .indexing
        var sitting = Sitting.reading(first)
        #expect(titles(sitting).suffix(2) == ["currency", "price"])
        guard let id = sitting.state.reading?.id else { return #expect(Bool(false), "a file is read") }
        for fact in whole.answers(to: .search(ResultsFilter())) { sitting.send(.read(id, fact)) }
        sitting.answer(from: whole)
        #expect(titles(sitting).suffix(2) == ["price", "currency"])
    }

    @Test func secretsInAddressesStayHidden() {
        let sitting = Sitting.reading(file { #"{"file":"https://s.example/a/\#($0)?X-Amz-Signature=verysecret"}"# })
        #expect(items(sitting)[0].contains("/a/0?"))
        #expect(!draw(sitting.state).text.contains("verysecret"))
    }
}

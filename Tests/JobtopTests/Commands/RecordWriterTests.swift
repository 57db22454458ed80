import FoundationEssentials
import Testing

@testable import jobtop

/// How records look in each form.
struct RecordWriterTests {
    private let rows = [
        TestRow(id: "one", note: "tab\tand\nline \\ \u{1B}[31m", size: 1234, at: Date(timeIntervalSince1970: 1_795_867_201.5)),
        TestRow(id: "number two"),
    ]

    @Test func columnsAreAlignedAndSafe() throws {
        let text = try printed(rows, .still(.columns(width: 80)))
        #expect(
            text == """
                id          note                     size  at
                one         tab^Iand line \\ ^[[31m  1,234  12:00:01
                number two  -                           -  -

                """)
    }

    @Test func narrowTerminalShortensTextAndDropsTheLastColumns() throws {
        let text = try printed(rows, .still(.columns(width: 40)))
        #expect(
            text == """
                id          note                    size
                one         tab^Iand line \\ ^[[3…  1,234
                number two  -                          -

                """)
        #expect(try printed(rows, .still(.columns(width: 11))) == "id\none\nnumber two\n")
    }

    @Test func tabsHaveRawValuesAndEscapes() throws {
        let text = try printed(rows, .still(.tabs))
        #expect(
            text == """
                id\tnote\tsize\tat
                one\ttab\\tand\\nline \\\\ \\u001b[31m\t1234\t2026-11-28T12:00:01.500Z
                number two\t\t\t

                """)
    }

    @Test func linesAndDocumentsAreJSON() throws {
        let one =
            #"{"id": "one", "note": "tab\tand\nline \\ \u001b[31m", "size": 1234, "at": "2026-11-28T12:00:01.500Z", "key": "••••••••"}"#
        let two = #"{"id": "number two", "note": null, "size": null, "at": null, "key": "••••••••"}"#
        #expect(try printed(rows, .still(.lines)) == "\(one)\n\(two)\n")
        #expect(try printed(rows, .still(.document)) == "{\"things\": [\n\(one),\n\(two)\n], \"total\": 9}\n")
        #expect(try printed([], .still(.document)) == "{\"things\": [], \"total\": 9}\n")
    }

    @Test func onlyRecordIsALineForEachField() throws {
        let text = try printed([rows[1]], .still(.columns(width: 80)), isOnly: true)
        #expect(text == "id    number two\nnote  -\nsize  -\nat    -\n")
    }

    @Test func headerIsThereWithoutRowsAndGoneWithQuiet() throws {
        var settings = OutputSettings.still(.tabs)
        #expect(try printed([], settings) == "id\tnote\tsize\tat\n")
        settings.isQuiet = true
        #expect(try printed([rows[1]], settings) == "number two\t\t\t\n")
        settings.format = .columns(width: 80)
        #expect(try printed([rows[1]], settings) == "number two  -  -  -\n")
    }

    @Test func chosenFieldsKeepTheirOrder() throws {
        var settings = OutputSettings.still(.lines)
        settings.fields = ["size", "id"]
        #expect(try printed([rows[0]], settings) == #"{"size": 1234, "id": "one"}"# + "\n")
        settings.fields = ["size", "weight"]
        #expect(throws: CommandFailure.usage("--fields: unknown field weight. Fields of things: id, note, size, at, key.")) {
            try printed([], settings)
        }
    }

    @Test func secretsAreShownOnRequest() throws {
        var settings = OutputSettings.still(.tabs)
        settings.fields = ["key"]
        #expect(try printed([rows[0]], settings) == "key\n••••••••\n")
        settings.showsSecrets = true
        #expect(try printed([rows[0]], settings) == "key\nkey of one\n")
    }

    @Test func colorsAreOnlyInColumns() throws {
        var settings = OutputSettings.still(.columns(width: 80))
        settings.usesColor = true
        settings.fields = ["id", "note"]
        #expect(
            try printed([TestRow(id: "a", note: "b"), TestRow(id: "c")], settings)
                == "\u{1B}[1mid\u{1B}[0m  \u{1B}[1mnote\u{1B}[0m\na   \u{1B}[31mb\u{1B}[0m\nc   -\n")
        settings.format = .tabs
        #expect(try printed([TestRow(id: "a", note: "b")], settings) == "id\tnote\na\tb\n")
    }

    @Test func manyRowsKeepTheWidthsOfTheFirst() throws {
        var settings = OutputSettings.still(.columns(width: 20))
        settings.fields = ["id", "size"]
        let rows = (0..<600).map { TestRow(id: String($0), size: $0) } + [TestRow(id: "much longer id", size: 7)]
        let lines = try printed(rows, settings).split(separator: "\n")
        #expect(lines.count == 602)
        #expect(lines[600] == "599   599")
        #expect(lines[601] == "mu…     7")
    }
}

import FoundationEssentials
import Glibc
import Testing

@testable import ResultsFile

@Suite struct ExportTests {
    private let folder = Folder()

    @Test func allRowsAsLinesAreTheFileItself() async throws {
        let text = Lines.many(2_000)
        let (file, _) = try await folder.index(text)
        let receipt = try await file.view(ResultsFilter()).export(
            as: .jsonLines, toFileAt: "\(folder.path)/out", isReplacing: false)
        #expect(receipt == ExportReceipt(rows: 2_000, bytes: Int64(text.utf8.count)))
        #expect(try folder.read("out") == text)
        #expect(folder.names == ["out", "results"])
        var status = stat()
        #expect(stat("\(folder.path)/out", &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
    }

    @Test func filteredRowsAreWrittenInOrder() async throws {
        let (file, _) = try await folder.index(Lines.many(3_000))
        let view = file.view(ResultsFilter(outcome: .failed, apiName: "api-2"))
        let receipt = try await view.export(as: .jsonLines, toFileAt: "\(folder.path)/out", isReplacing: false)
        let lines = try folder.read("out").split(separator: "\n")
        #expect(receipt.rows == 200)
        #expect(lines.map { String($0) } == stride(from: 2, to: 3_000, by: 15).map { Lines.failed("api-2", run: "r\($0)") })
    }

    @Test func elementsOverSeveralLinesBecomeOneLineEach() async throws {
        let (file, _) = try await folder.index("[\n{\n\"a\": 1.0,\n\"b\": []\n},\n{\"x\ny\":1}\n]")
        _ = try await file.view(ResultsFilter()).export(as: .jsonLines, toFileAt: "\(folder.path)/out", isReplacing: false)
        #expect(try folder.read("out") == "{\"a\":1.0,\"b\":[]}\n{\"x\ny\":1}\n")
    }

    @Test func csvRecordsBecomeObjects() async throws {
        let (file, _) = try await folder.index("api,note\r\na,\"x\"\"y\"\r\n")
        _ = try await file.view(ResultsFilter()).export(as: .jsonLines, toFileAt: "\(folder.path)/out", isReplacing: false)
        #expect(try folder.read("out") == #"{"api":"a","note":"x\"y"}"# + "\n")
    }

    @Test func rowsAsCSVHaveTheColumnsOfTheList() async throws {
        let (file, _) = try await folder.index("\(Lines.failed(message: "=1+2, \\\"x\\\""))\n\(Lines.ok())\nrubbish\n")
        let receipt = try await file.view(ResultsFilter()).export(as: .csv, toFileAt: "\(folder.path)/out", isReplacing: false)
        #expect(receipt.rows == 3)
        let expected = [
            "row,line,outcome,api,run_id,started_at,duration_ms,attempts,error_code,error_message,reason,parameters,output",
            #"1,1,failed,prices,r2,2026-03-01T10:00:00.000Z,2500,3,script-timeout,"'=1+2, ""x""",,"{""page"":1}","#,
            #"2,2,ok,prices,r1,2026-03-01T10:00:00.000Z,2500,,,,,"{""page"":1}","{""price"":1}""#,
            "3,3,broken,,,,,,,,,,", "",
        ]
        #expect(try folder.read("out") == expected.joined(separator: "\r\n"))
    }

    @Test func theFirstAndTheLastTimesThatCanBeReadAreWritten() async throws {
        let times = ["0000-01-01T00:00:00+99:99", "9999-12-31T24:59:60-99:99"]
        let (file, _) = try await folder.index(times.map { Lines.failed(started: $0) }.joined(separator: "\n"))
        let receipt = try await file.view(ResultsFilter()).export(as: .csv, toFileAt: "\(folder.path)/out", isReplacing: false)
        #expect(receipt.rows == 2)
    }

    @Test func anExportReadsBackAsResults() async throws {
        let (file, before) = try await folder.index(Lines.many(30))
        _ = try await file.view(ResultsFilter()).export(as: .csv, toFileAt: "\(folder.path)/out", isReplacing: false)
        let again = try ResultsFile(path: "\(folder.path)/out")
        let after = await again.indexed()
        #expect(after.totals.ok == before.totals.ok)
        #expect(after.totals.failed == before.totals.failed)
        #expect(after.groups == before.groups)
        #expect(after.apis == before.apis)
    }

    @Test(arguments: [
        ("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""),
        ("\n=1", "\"'\n=1\""), ("＝1", "'＝1"), ("a;=1", "\"a;=1\""), ("a=1", "a=1"),
        ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("", ""), ("=\"x\"", "\"'=\"\"x\"\"\""),
    ])
    func noCellStartsAFormula(text: String, cell: String) { #expect(CSVLine.cell(text) == cell) }

    @Test func anExistingFileIsReplacedOnlyWhenAsked() async throws {
        let (file, _) = try await folder.index(Lines.ok())
        let target = try folder.write("precious", to: "out")
        let view = file.view(ResultsFilter())
        await #expect(throws: ResultsError.alreadyExists(path: target)) {
            try await view.export(as: .jsonLines, toFileAt: target, isReplacing: false)
        }
        #expect(try folder.read("out") == "precious")
        #expect(folder.names == ["out", "results"])
        _ = try await view.export(as: .jsonLines, toFileAt: target, isReplacing: true)
        #expect(try folder.read("out") == Lines.ok() + "\n")
    }

    @Test(arguments: [true, false]) func untilItIsWholeAnExportHasNotItsName(isNameless: Bool) throws {
        let target = "\(folder.path)/out"
        let unfinished = UnfinishedFiles(allowsNameless: isNameless)
        let discarded = try ExportFile(path: target, unfinished: unfinished)
        #expect(folder.names.isEmpty == isNameless)
        #expect(!folder.names.contains("out"))
        discarded.discard()
        #expect(folder.names.isEmpty)
        _ = try folder.write("precious", to: "out")
        let first = try ExportFile(path: target, unfinished: unfinished)
        let second = try ExportFile(path: target, unfinished: unfinished)
        #expect(throws: ResultsError.alreadyExists(path: target)) { try first.commit(isReplacing: false) }
        first.discard()
        try second.commit(isReplacing: true)
        #expect(folder.names == ["out"])
        #expect(try folder.read("out").isEmpty)
        #expect(unfinished.paths == [])
    }

    @Test(arguments: [true, false]) func discardingUnfinishedFilesLeavesNothingOfAnExport(allowsNameless: Bool) throws {
        let unfinished = UnfinishedFiles(allowsNameless: allowsNameless)
        let early = try ExportFile(path: "\(folder.path)/out", unfinished: unfinished)
        unfinished.discard()
        #expect(folder.names == [])
        // An export that starts while the program ends leaves nothing behind either.
        let late = try ExportFile(path: "\(folder.path)/late", unfinished: unfinished)
        #expect(folder.names == [])
        if !allowsNameless {
            #expect(throws: ResultsError.self) { try late.commit(isReplacing: false) }
            #expect(folder.names == [])
        }
        for file in [early, late] { file.discard() }
    }

    @Test func whatAKilledProgramLeftStandsInNoWay() async throws {
        let (file, _) = try await folder.index(Lines.ok())
        let target = try folder.write("old", to: "out")
        _ = try folder.write("half", to: "out.partial-\(getpid())")
        _ = try folder.write("half", to: "out.partial")
        _ = try await file.view(ResultsFilter()).export(as: .jsonLines, toFileAt: target, isReplacing: true)
        #expect(try folder.read("out") == Lines.ok() + "\n")
        #expect(folder.names == ["out", "out.partial", "results"])
    }

    @Test func aFullDiskIsAnError() async throws {
        let (file, _) = try await folder.index(Lines.many(100))
        let full = open("/dev/full", O_WRONLY)
        defer { close(full) }
        await #expect(throws: ResultsError.notWritten(path: "/dev/full", code: ENOSPC)) {
            try await file.view(ResultsFilter()).export(as: .jsonLines, to: full, path: "/dev/full")
        }
    }

    @Test func aCanceledExportLeavesNothingBehind() async throws {
        let (file, _) = try await folder.index(Lines.many(5_000))
        let view = file.view(ResultsFilter())
        let target = "\(folder.path)/out"
        let task = Task { () async -> ResultsError? in
            withUnsafeCurrentTask { $0?.cancel() }
            do throws(ResultsError) {
                _ = try await view.export(as: .jsonLines, toFileAt: target, isReplacing: false)
                return nil
            } catch {
                return error
            }
        }
        #expect(await task.value == .canceled)
        #expect(folder.names == ["results"])
    }

    @Test func progressIsTold() async throws {
        let (file, _) = try await folder.index(Lines.many(600))
        let null = open("/dev/null", O_WRONLY)
        defer { close(null) }
        let (steps, continuation) = AsyncStream<Int>.makeStream()
        _ = try await file.view(ResultsFilter()).export(as: .csv, to: null) { continuation.yield($0) }
        continuation.finish()
        #expect(await steps.reduce(into: []) { $0.append($1) } == [256, 512, 600])
    }
}

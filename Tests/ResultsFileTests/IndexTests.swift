import FoundationEssentials
import Glibc
import Query
import Testing

@testable import ResultsFile

@Suite struct IndexTests {
    private let folder = Folder()
    private let start = Date(timeIntervalSince1970: 1_772_359_200)

    @Test func everyItemIsCountedByHowItEnded() async throws {
        let text = [
            Lines.ok(), Lines.ok(output: "[]"), Lines.failed(), Lines.canceled(), "{\"half\":", #"{"any":"thing"}"#, "",
        ].joined(separator: "\n")
        let (_, snapshot) = try await folder.index(text)
        var totals = ResultsTotals()
        totals.items = 6
        totals.ok = 2
        totals.failed = 1
        totals.canceled = 1
        totals.broken = 1
        totals.unknown = 1
        totals.emptyOutputs = 1
        totals.bytes = Int64(text.utf8.count - 6)
        totals.firstStarted = start
        totals.lastEnded = start.addingTimeInterval(2.5)
        #expect(snapshot.totals == totals)
        #expect(snapshot.phase == .complete)
        #expect(snapshot.shape == .jsonLines)
        #expect(snapshot.bytesRead == Int64(text.utf8.count))
        #expect(snapshot.apis == [APITally(name: "prices", items: 4, failed: 1)])
    }

    @Test func aRowSaysInAFewWordsWhatTheItemIs() async throws {
        let (file, _) = try await folder.index(Lines.failed(message: "no \\\"luck\\\"") + "\n")
        let row = ResultsRow(
            index: 0, line: 1, bytes: Lines.failed(message: "no \\\"luck\\\"").utf8.count, shape: .item, outcome: .failed,
            apiName: "prices", parameters: #"{"page":1}"#, startedAt: start, duration: 2.5, attempts: 3,
            errorCode: "script-timeout", errorMessage: #"no "luck""#, runID: "r2", isOutputEmpty: false)
        #expect(try file.rows(in: 0..<10) == [row])
    }

    @Test func longTextsAreCutBetweenCharactersAndMarked() async throws {
        let escapes = String(repeating: #"\u00e9"#, count: 300)
        let letters = String(repeating: "é", count: 300)
        let exact = String(repeating: "x", count: Excerpt.length)
        let text = [escapes, letters, exact].map { Lines.failed(message: $0) }.joined(separator: "\n")
        let (file, _) = try await folder.index(text)
        let messages = try file.rows(in: 0..<3).map { $0.errorMessage ?? "" }
        #expect(messages[0] == String(repeating: "é", count: messages[0].count - 1) + "…")
        #expect(messages[0].count > 30)
        #expect(messages[1] == String(repeating: "é", count: Excerpt.length / 2) + "…")
        #expect(messages[2] == exact)
    }

    @Test func aBrokenLineKeepsItsNumberAndCostsNothingElse() async throws {
        let (file, snapshot) = try await folder.index("\(Lines.ok())\n\nrubbish \u{1F600}\n\(Lines.ok())")
        #expect(snapshot.totals.items == 3)
        #expect(snapshot.totals.blankLines == 1)
        let rows = try file.rows(in: 0..<3)
        #expect(rows.map(\.line) == [1, 3, 4])
        #expect(rows.map(\.outcome) == [.ok, .broken, .ok])
        #expect(rows[1].fault == .notJSON)
        #expect(rows[1].excerpt == "rubbish \u{1F600}")
    }

    @Test func theOlderShapeIsUnderstood() async throws {
        let good = #"{"apiInfo":{"name":"a","result":{"status":"completed","result":{},"statusCode":200}}}"#
        let bad = #"{"apiInfo":{"name":"a","result":{"status":"failed","error":"Timeout","message":"slow","statusCode":500}}}"#
        let (file, snapshot) = try await folder.index("\(good)\n\(bad)\n")
        let rows = try file.rows(in: 0..<2)
        #expect(rows.map(\.shape) == [.olderItem, .olderItem])
        #expect(rows.map(\.outcome) == [.ok, .failed])
        #expect(rows.map(\.isOutputEmpty) == [true, false])
        #expect(rows[1].errorCode == "Timeout")
        #expect(rows[1].errorMessage == "slow")
        #expect(snapshot.groups.map(\.signature.text) == ["Timeout slow"])
    }

    @Test func runResultsAreUnderstood() async throws {
        let lines = [
            #"{"runId":"x","status":"completed","result":[1]}"#,
            #"{"runId":"x","status":"failed","error":{"code":"unexpected","correlation_id":"c"},"message":"boom"}"#,
            #"{"runId":"x","status":"canceled","reason":{"type":"job-run-paused","message":"m"}}"#,
            #"{"runId":"x","status":"pending"}"#,
        ]
        let (file, _) = try await folder.index(lines.joined(separator: "\n"))
        let rows = try file.rows(in: 0..<4)
        #expect(rows.map(\.shape) == [.runResult, .runResult, .runResult, .runResult])
        #expect(rows.map(\.outcome) == [.ok, .failed, .canceled, .unknown])
        #expect(rows[1].errorMessage == "boom")
        #expect(rows[2].reason == "job-run-paused")
    }

    @Test func csvRecordsAreItemsByTheirHeader() async throws {
        let text =
            "api,status,error_code,error_message,duration_ms,attempts,note\r\n"
            + "prices,ok,,,1500,1,\"two\nlines\"\r\nstock,failed,script-timeout,\"no, luck\",20,3,\r\n"
        let (file, snapshot) = try await folder.index(text)
        #expect(snapshot.shape == .csv(separator: 0x2C))
        let rows = try file.rows(in: 0..<2)
        #expect(rows.map(\.line) == [2, 4])
        #expect(rows.map(\.apiName) == ["prices", "stock"])
        #expect(rows.map(\.outcome) == [.ok, .failed])
        #expect(rows.map(\.duration) == [1.5, 0.02])
        #expect(rows[1].errorMessage == "no, luck")
        #expect(rows[1].attempts == 3)
        #expect(try file.item(at: 0).tree.json(of: 0, .compact).hasSuffix(#""note":"two\nlines"}"#))
    }

    @Test func theNameOfWhatBelongsToARunIsItsAPI() async throws {
        let (table, _) = try await folder.index("name,runId,status\nprices,r1,completed\nprices,r2,failed\n")
        #expect(try table.rows(in: 0..<2).map(\.apiName) == ["prices", "prices"])
        let (things, _) = try await folder.index("{\"name\":\"A lamp\"}\n{\"name\":\"A desk\"}\n")
        #expect(try things.rows(in: 0..<2).map(\.apiName) == [nil, nil])
    }

    @Test func whatCameOutIsPartOfARow() async throws {
        let (file, _) = try await folder.index("\(Lines.ok())\n\(Lines.failed())\n\(Lines.ok(output: "null"))")
        #expect(try file.rows(in: 0..<3).map(\.output) == [#"{"price":1}"#, nil, nil])
    }

    @Test func aWrappedArrayIsReadElementByElement() async throws {
        let text = "{\"total\": 2, \"results\": [\n\(Lines.ok()),\n\(Lines.failed())\n]}"
        let (file, snapshot) = try await folder.index(text)
        #expect(snapshot.shape == .jsonArray(name: "results"))
        #expect(try file.rows(in: 0..<9).map(\.line) == [2, 3])
        #expect(snapshot.totals.failed == 1)
    }

    @Test func aByteOrderMarkIsNoPartOfTheFirstRow() async throws {
        let (file, snapshot) = try await folder.index("\u{FEFF}\(Lines.ok())\n\(Lines.ok())")
        #expect(snapshot.totals.ok == 2)
        #expect(try file.source(of: 0, limit: 10) == Array(Lines.ok().utf8.prefix(10)))
        let (table, _) = try await folder.index("\u{FEFF}api,status\nprices,ok\n")
        #expect(try table.rows(in: 0..<1).map(\.apiName) == ["prices"])
    }

    @Test func anEmptyFileIsComplete() async throws {
        let (file, snapshot) = try await folder.index("")
        #expect(snapshot.phase == .complete)
        #expect(snapshot.shape == .empty)
        #expect(try file.rows(in: 0..<5).isEmpty)
    }

    @Test func theFirstRowsAreThereLongBeforeTheLast() async throws {
        let (file, final) = try await folder.index(Lines.many(5_000)) { $0.blockLength = 4_096 }
        var first: ResultsSnapshot?
        let again = try ResultsFile(path: file.path, options: file.index.options)
        for await snapshot in again.snapshots where first == nil && snapshot.totals.items > 0 { first = snapshot }
        #expect((first?.totals.items ?? 0) < final.totals.items)
        #expect(again.snapshot.totals == final.totals)
    }

    @Test func rowsBeyondMemoryAreReadBackFromTheScratchFile() async throws {
        let (file, snapshot) = try await folder.index(Lines.many(40_000))
        #expect(snapshot.totals.items == 40_000)
        #expect(try file.rows(in: 16_380..<16_390).map(\.runID) == (16_380..<16_390).map { "r\($0)" })
        #expect(try file.rows(in: 39_999..<50_000).map(\.runID) == ["r39999"])
        #expect(folder.names == ["results"])
    }

    @Test func aLineOfMoreThanTheLimitIsBrokenAndTheNextOneIsRead() async throws {
        let long = #"{"a":""# + String(repeating: "x", count: 300_000) + #""}"#
        let (file, snapshot) = try await folder.index("\(Lines.ok())\n\(long)\n\(Lines.ok())\n") {
            $0.longestRow = 100_000
            $0.blockLength = 16 << 10
        }
        let rows = try file.rows(in: 0..<3)
        #expect(rows.map(\.outcome) == [.ok, .broken, .ok])
        #expect(rows[1].fault == .tooLong)
        #expect(rows[1].bytes == long.utf8.count)
        #expect(snapshot.totals.items == 3)
    }

    @Test func linesOfSeveralMegabytesAreItemsLikeOthers() async throws {
        let output = "[" + (0..<400_000).map { "{\"n\":\($0)}" }.joined(separator: ",") + "]"
        let (file, snapshot) = try await folder.index("\(Lines.ok(output: output))\n\(Lines.ok())\n")
        #expect(snapshot.totals.ok == 2)
        let item = try file.item(at: 0)
        let output0 = try #require(item.parts.output)
        #expect(item.tree.childCount(of: output0) == 400_000)
    }

    @Test func aRowThatIsTruncatedLaterIsBrokenAndNothingCrashes() async throws {
        let (file, _) = try await folder.index(Lines.many(100))
        #expect(truncate(file.path, 10) == 0)
        let reader = RowReader(file.index)
        #expect(try reader.rows([50]).map(\.fault) == [.unreadable])
        #expect(throws: ResultsError.rowNotReadable(.unreadable)) { try reader.item(50) }
        #expect(await file.view(ResultsFilter(query: Query("api-1", ItemQuery.names))).searched().count == 0)
    }

    /// The index is no longer valid, whether the file is shorter or has the same length.
    @Test(arguments: [true, false]) func aFileThatSomebodyWritesIntoIsReadNoFurther(isShorter: Bool) async throws {
        let (file, _) = try await folder.index(Lines.many(100))
        let view = file.view(ResultsFilter(outcome: .failed))
        _ = await view.searched()
        _ = try file.rows(in: 50..<51)
        // File times change with the kernel's ticks.
        try await Task.sleep(for: .milliseconds(30))
        let descriptor = open(file.path, O_WRONLY)
        #expect(isShorter ? ftruncate(descriptor, 3_000) == 0 : write(descriptor, "  ", 2) == 2)
        close(descriptor)
        #expect(throws: ResultsError.changed) { try file.rows(in: 50..<51) }
        #expect(throws: ResultsError.changed) { try file.item(at: 50) }
        #expect(throws: ResultsError.changed) { try view.rows(in: 0..<1) }
        for format in [ExportFormat.jsonLines, .csv] {
            await #expect(throws: ResultsError.changed) {
                try await view.export(as: format, toFileAt: "\(folder.path)/out", isReplacing: false)
            }
        }
        #expect(folder.names == ["results"])
    }

    /// A compressed file was read completely when it was unpacked.
    @Test func whatWasUnpackedStaysWhatItIs() async throws {
        let (file, _) = try await folder.index(Packed.gzip(Array(Lines.many(100).utf8)))
        #expect(truncate(file.path, 10) == 0)
        #expect(try file.rows(in: 50..<51).map(\.runID) == ["r50"])
    }

    @Test func bytesThatAreNoTextReadAsReplacementCharacters() async throws {
        let line = Array(Lines.ok(output: #""X""#).utf8).map { $0 == UInt8(ascii: "X") ? 0xFF : $0 }
        let (file, snapshot) = try await folder.index(line)
        #expect(snapshot.totals.ok == 1)
        let item = try file.item(at: 0)
        #expect(item.tree.text(of: try #require(item.parts.output)) == "\u{FFFD}")
    }

    @Test func whatDoesNotExistSaysSo() async throws {
        #expect(throws: ResultsError.notOpened(path: "/nonexistent/results", code: ENOENT)) {
            try ResultsFile(path: "/nonexistent/results")
        }
        #expect(throws: ResultsError.notOpened(path: folder.path, code: EINVAL)) { try ResultsFile(path: folder.path) }
        let (file, _) = try await folder.index(Lines.ok())
        #expect(throws: ResultsError.noSuchRow(1)) { try file.item(at: 1) }
    }

    @Test func aCanceledIndexKeepsWhatItHas() async throws {
        let path = try folder.write(Lines.many(20))
        var options = ResultsOptions()
        options.isGrowing = true
        let file = try ResultsFile(path: path, options: options)
        for await snapshot in file.snapshots where snapshot.totals.items == 20 { file.cancel() }
        #expect(file.snapshot.phase == .canceled)
        #expect(try file.rows(in: 0..<30).count == 20)
    }
}

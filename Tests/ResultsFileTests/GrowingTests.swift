import FoundationEssentials
import Glibc
import Testing

@testable import ResultsFile

@Suite struct GrowingTests {
    private let folder = Folder()

    @Test func rowsAppearAsTheFileGrows() async throws {
        let text = Array(Lines.many(300).utf8)
        let path = try folder.write([])
        var options = ResultsOptions()
        options.isGrowing = true
        let file = try ResultsFile(path: path, options: options)
        let handle = open(path, O_WRONLY)
        defer { close(handle) }
        let half = text.count / 2
        #expect(write(handle, text, half) == half)
        file.extend(to: Int64(half))
        let expected = text[..<half].count { $0 == 0x0A }
        for await snapshot in file.snapshots where snapshot.totals.items == expected {
            let rest = text[half...].withUnsafeBytes { write(handle, $0.baseAddress, $0.count) }
            #expect(rest == text.count - half)
            file.extend(to: Int64(text.count))
            file.finish()
        }
        #expect(file.snapshot.phase == .complete)
        #expect(file.snapshot.totals.items == 300)
        #expect(try file.rows(in: 0..<300).allSatisfy { $0.fault == nil })
    }

    @Test func whatArrivedUnannouncedBeforeTheEndIsReadToo() async throws {
        let text = Array(Lines.many(90).utf8)
        let path = try folder.write(Array(text[..<(text.count / 2)]))
        var options = ResultsOptions()
        options.isGrowing = true
        let file = try ResultsFile(path: path, options: options)
        let handle = open(path, O_WRONLY | O_APPEND)
        defer { close(handle) }
        #expect(text[(text.count / 2)...].withUnsafeBytes { write(handle, $0.baseAddress, $0.count) } > 0)
        file.finish()
        let totals = await file.indexed().totals
        #expect(totals.items == 90)
        #expect(totals.broken == 0)
    }

    @Test func aFilterFollowsAFileThatGrows() async throws {
        let path = try folder.write(Lines.many(100))
        var options = ResultsOptions()
        options.isGrowing = true
        let file = try ResultsFile(path: path, options: options)
        let view = file.view(ResultsFilter(outcome: .failed))
        for await state in view.states where state.count == 33 && !state.isFinal { file.finish() }
        #expect(view.state == ResultsViewState(count: 33, examined: 100, rows: 100, isFinal: true))
    }

    @Test func aPackedFileIsReadWhenItIsComplete() async throws {
        let packed = Packed.gzip(Array(Lines.many(100).utf8))
        let path = try folder.write(packed)
        var options = ResultsOptions()
        options.isGrowing = true
        let file = try ResultsFile(path: path, options: options)
        #expect(file.snapshot.totals.items == 0)
        file.finish()
        #expect(await file.indexed().totals.items == 100)
    }
}

import CArchive
import Testing

@testable import ResultsFile

/// Compressed files that end too early, or have bytes after their end.
@Suite struct TruncationTests {
    private let folder = Folder()
    private static let filters = [
        ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_XZ, ARCHIVE_FILTER_LZIP, ARCHIVE_FILTER_ZSTD,
    ]
    private let text = Array((0..<20_000).map { Lines.ok(run: "r\($0 &* 2_654_435_761)") }.joined(separator: "\n").utf8)

    @Test(arguments: filters)
    func fileThatBreaksOffIsNamedAndKeepsItsRows(filter: Int32) async throws {
        let packed = Written.archive(.raw, filter: filter, [("results.jsonl", text)])
        let bytes = packed.count / 2
        let (_, snapshot) = try await folder.index(Array(packed.prefix(bytes)))
        #expect(snapshot.phase == .failed(.truncated(bytes: Int64(bytes))))
        #expect(snapshot.totals.items > 1_000)
    }

    @Test(arguments: [1, 4, 7, 8])
    func gzipWithoutItsWholeTrailerBreaksOff(missing: Int) async throws {
        let packed = Written.archive(.raw, filter: ARCHIVE_FILTER_GZIP, [("results.jsonl", text)]).dropLast(missing)
        let (_, snapshot) = try await folder.index(Array(packed))
        #expect(snapshot.phase == .failed(.truncated(bytes: Int64(packed.count))))
    }

    @Test func gzipOfAPartOfItsHeaderBreaksOff() async throws {
        let (_, snapshot) = try await folder.index([0x1F, 0x8B, 8, 0, 0])
        #expect(snapshot.phase == .failed(.truncated(bytes: 5)))
    }

    @Test(arguments: [[UInt8](repeating: 0, count: 512), Array("garbage".utf8), [0x0A], [UInt8](repeating: 0, count: 100_000)])
    func whatFollowsAPackedFileIsNoAlarm(padding: [UInt8]) async throws {
        let members = [(name: "results.jsonl", bytes: Array(Lines.many(100).utf8))]
        for packed in [
            Written.archive(.raw, filter: ARCHIVE_FILTER_GZIP, members),
            Written.archive(.raw, filter: ARCHIVE_FILTER_BZIP2, members),
            Written.archive(.tar, filter: ARCHIVE_FILTER_NONE, members),
            Written.archive(.tar, filter: ARCHIVE_FILTER_GZIP, members),
        ] {
            let (_, snapshot) = try await folder.index(packed + padding)
            #expect(snapshot.phase == .complete)
            #expect(snapshot.totals.items == 100)
        }
    }
}

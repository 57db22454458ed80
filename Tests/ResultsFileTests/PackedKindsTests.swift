import CArchive
import Testing

@testable import ResultsFile

@Suite struct PackedKindsTests {
    private let folder = Folder()
    private static let filters = [
        ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_BZIP2, ARCHIVE_FILTER_COMPRESS, ARCHIVE_FILTER_XZ, ARCHIVE_FILTER_LZIP,
        ARCHIVE_FILTER_LZ4, ARCHIVE_FILTER_ZSTD,
    ]

    @Test(arguments: filters)
    func everyCompressionIsUnpacked(filter: Int32) async throws {
        let text = Array(Lines.many(100).utf8)
        let (_, snapshot) = try await folder.index(Written.archive(.raw, filter: filter, [("results.jsonl", text)]))
        #expect(snapshot.phase == .complete)
        #expect(snapshot.shape == .jsonLines)
        #expect(snapshot.packing != .none)
        #expect(snapshot.totals.items == 100)
        #expect(snapshot.totals.broken == 0)
    }

    @Test(arguments: filters + [ARCHIVE_FILTER_NONE])
    func everyCompressedTarIsUnpacked(filter: Int32) async throws {
        let members = [("readme.txt", Array("long".utf8)), ("run/results.jsonl", Array(Lines.many(10).utf8))]
        let (_, snapshot) = try await folder.index(Written.archive(.tar, filter: filter, members))
        #expect(snapshot.packing == .archive("tar", member: "run/results.jsonl", files: 2))
        #expect(snapshot.totals.items == 10)
    }

    @Test func sevenZipIsUnpacked() async throws {
        let members = [("readme.txt", Array("long".utf8)), ("results.jsonl", Array(Lines.many(10).utf8))]
        let (_, snapshot) = try await folder.index(Written.archive(.sevenZip, filter: ARCHIVE_FILTER_NONE, members))
        #expect(snapshot.packing == .archive("7z", member: "results.jsonl", files: 2))
        #expect(snapshot.totals.items == 10)
    }

    @Test(arguments: filters)
    func compressedPartsOneBehindTheOtherAreReadWhole(filter: Int32) async throws {
        // A file of compress has no end mark, so nothing can follow it.
        guard filter != ARCHIVE_FILTER_COMPRESS else { return }
        let part = Written.archive(.raw, filter: filter, [("part", Array(Lines.many(10).utf8))])
        let (_, snapshot) = try await folder.index(part + part)
        #expect(snapshot.phase == .complete)
        #expect(snapshot.totals.items == 20)
    }

    @Test func textThatBeginsAsAPackedFileDoesIsText() async throws {
        for text in ["BZh9 is a mark\n", "LZIP is another\n", "PK\n", "7z\n"] {
            #expect(try await folder.index(text).snapshot.shape == .text)
        }
    }
}

import CArchive
import Testing

@testable import ResultsFile

/// Archives whose results are in several members.
@Suite struct PartsTests {
    private let folder = Folder()

    private func archive(_ kind: Written.Kind, _ members: [(String, String)]) -> [UInt8] {
        let filter = kind == .tar ? ARCHIVE_FILTER_GZIP : ARCHIVE_FILTER_NONE
        return Written.archive(kind, filter: filter, members.map { (name: $0.0, bytes: Array($0.1.utf8)) })
    }

    @Test(arguments: [Written.Kind.zip, .tar, .sevenZip])
    func everyPartIsRead(kind: Written.Kind) async throws {
        let packed = archive(
            kind,
            [
                ("run/part-0.jsonl", ""), ("run/part-1.jsonl", Lines.ok(run: "a")), ("__MACOSX/run/._part-1.jsonl", "x\0y"),
                ("run/._part-2.jsonl", "x\0y"), ("run/part-2.jsonl", Lines.ok(run: "b") + "\n"), ("README.md", "words"),
                ("run/part-3.jsonl", Lines.ok(run: "c")), ("run/totals.csv", "a,b\n1,2\n"),
            ])
        let (file, snapshot) = try await folder.index(packed)
        #expect(snapshot.phase == .complete)
        #expect(try file.rows(in: 0..<9).map(\.runID) == ["a", "b", "c"])
        #expect(try file.rows(in: 0..<9).map(\.line) == [1, 2, 3])
        switch snapshot.packing {
        case .zip(_, let parts, let files), .archive(_, _, let parts, let files): #expect((parts, files) == (4, 6))
        default: Issue.record("unexpected \(snapshot.packing)")
        }
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func headerOfEveryPartStandsOnce(end: String) async throws {
        let parts = ["\u{FEFF}id,name\(end)1,a\(end)2,b", "\u{FEFF}id,name\(end)3,c\(end)", "id,name", "id,name\(end)4,d", "5,e"]
        let packed = archive(.zip, parts.enumerated().map { ("part-\($0.offset).csv", $0.element) })
        let (file, snapshot) = try await folder.index(packed)
        #expect(snapshot.shape == .csv(separator: 0x2C))
        #expect(try file.rows(in: 0..<9).compactMap(\.excerpt).map { $0.contains("\"id\"") } == [true, true, true, true, true])
        #expect(snapshot.totals.items == 5)
    }

    @Test(arguments: ["", "\n"])
    func arraysOfEveryPartAreItems(end: String) async throws {
        let parts = ["[{\"a\":1},{\"a\":2}]", "[\n{\"a\":3}\n]", "[]", "[{\"a\":4}]"].map { $0 + end }
        let (_, snapshot) = try await folder.index(
            archive(.zip, parts.enumerated().map { ("part-\($0.offset).json", $0.element) }))
        #expect(snapshot.shape == .jsonArray(name: nil))
        #expect(snapshot.totals.items == 4)
        #expect(snapshot.totals.broken == 0)
    }

    @Test func partsWithoutAnEndingAreParts() async throws {
        let packed = archive(.tar, (0..<3).map { ("part-0000\($0)", Lines.many(1_000)) } + [("_SUCCESS.crc", "x")])
        let (_, snapshot) = try await folder.index(packed)
        #expect(snapshot.totals.items == 3_000)
        #expect(snapshot.totals.broken == 0)
    }

    @Test func partsInUTF16AreJoinedInUTF16() async throws {
        let members = ["a", "b"].map { run in
            var bytes: [UInt8] = [0xFF, 0xFE]
            for unit in Lines.ok(run: run).utf16 { bytes += [UInt8(unit & 255), UInt8(unit >> 8)] }
            return (name: "\(run).jsonl", bytes: bytes)
        }
        let (file, _) = try await folder.index(Packed.zip(members))
        #expect(try file.rows(in: 0..<9).map(\.runID) == ["a", "b"])
    }

    @Test func memberThatWasPackedAgainReplacesTheFirst() async throws {
        let packed = archive(.tar, [("a.jsonl", Lines.ok(run: "old")), ("a.jsonl", Lines.ok(run: "new"))])
        let (file, _) = try await folder.index(packed)
        #expect(try file.rows(in: 0..<9).map(\.runID) == ["new"])
    }

    @Test func partsTogetherStayWithinTheLimit() async throws {
        let packed = archive(.zip, (0..<10).map { ("part-\($0).jsonl", Lines.many(10_000)) })
        let (_, snapshot) = try await folder.index(packed) { $0.unpacking = UnpackingLimits(ratio: 2, harmlessBytes: 1 << 20) }
        guard case .failed(.unpacksTooLarge) = snapshot.phase else {
            Issue.record("unexpected \(snapshot.phase)")
            return
        }
    }

    @Test(arguments: [ARCHIVE_FILTER_NONE, ARCHIVE_FILTER_GZIP])
    func archiveThatBreaksOffInALaterPartKeepsTheEarlierOnes(filter: Int32) async throws {
        let members = (0..<3).map { (name: "part-\($0).jsonl", bytes: Array(Lines.many(700).utf8)) }
        let whole = Written.archive(.tar, filter: filter, members)
        let (_, snapshot) = try await folder.index(Array(whole.prefix(whole.count / 2)))
        #expect(snapshot.phase == .failed(.truncated(bytes: Int64(whole.count / 2))))
        #expect(snapshot.totals.items > 300)
    }
}

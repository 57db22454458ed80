import Testing

@testable import ResultsFile

@Suite struct PackedTests {
    private let folder = Folder()

    @Test func gzipIsUnpackedAndLeavesNothingBehind() async throws {
        let text = Lines.many(2_000)
        let (file, snapshot) = try await folder.index(Packed.gzip(Array(text.utf8)))
        #expect(snapshot.phase == .complete)
        #expect(snapshot.packing == .gzip)
        #expect(snapshot.shape == .jsonLines)
        #expect(snapshot.totals.items == 2_000)
        #expect(try file.rows(in: 1_999..<2_000).map(\.runID) == ["r1999"])
        #expect(try file.bytes.size() == Int64(text.utf8.count))
        #expect(folder.names == ["results"])
    }

    @Test func theResultsOfAZipAreTheMemberThatLooksLikeThem() async throws {
        let archive = Packed.zip([
            ("__MACOSX/results.jsonl", Array("x".utf8)), ("readme.txt", Array(String(repeating: "long ", count: 999).utf8)),
            ("größe/results.jsonl", Array(Lines.many(10).utf8)), ("run/other.jsonl", Array(Lines.many(20).utf8)),
        ])
        let (_, snapshot) = try await folder.index(archive)
        #expect(snapshot.packing == .zip(member: "größe/results.jsonl", files: 3))
        #expect(snapshot.totals.items == 10)
        #expect(snapshot.phase == .complete)
    }

    @Test func aScratchFolderThatIsGoneIsReplacedByAnother() async throws {
        let (_, snapshot) = try await folder.index(Packed.gzip(Array(Lines.many(10).utf8))) { $0.scratchFolder = "/nonexistent" }
        #expect(snapshot.phase == .complete)
        #expect(snapshot.totals.items == 10)
    }

    @Test func aZipWithoutAFileSaysSo() async throws {
        let (_, snapshot) = try await folder.index(Packed.zip([]))
        #expect(snapshot.phase == .failed(.archiveWithoutFile))
    }

    @Test func aTruncatedArchiveKeepsTheRowsThatItHad() async throws {
        let packed = Packed.gzip(Array(Lines.many(10_000).utf8))
        let (file, snapshot) = try await folder.index(Array(packed.prefix(packed.count * 3 / 4)))
        #expect(snapshot.phase == .failed(.truncated(bytes: Int64(packed.count * 3 / 4))))
        #expect(snapshot.totals.items > 7_000)
        #expect(try file.rows(in: 0..<1).map(\.runID) == ["r0"])
    }

    @Test func aBombIsStoppedByItsRatio() async throws {
        let bomb = Packed.bomb(runs: 40_000)
        let (_, snapshot) = try await folder.index(bomb) {
            $0.unpacking = UnpackingLimits(ratio: 50, harmlessBytes: 1 << 20)
        }
        guard case .failed(.unpacksTooLarge(let unpacked, let packed)) = snapshot.phase else {
            Issue.record("unexpected \(snapshot.phase)")
            return
        }
        #expect(packed == Int64(bomb.count))
        #expect(unpacked < 258 * 40_000)
    }

    @Test func aBombThatIsPassedByIsStoppedByItsRatio() async throws {
        let runs = 40_000
        let packed = Packed.gzip(streamed(besides: [], as: Packed.deflatedRun(of: runs)))
        let (_, snapshot) = try await folder.index(packed) {
            $0.unpacking = UnpackingLimits(ratio: 50, harmlessBytes: 1 << 20)
        }
        guard case .failed(.unpacksTooLarge(let unpacked, _)) = snapshot.phase else {
            Issue.record("unexpected \(snapshot.phase)")
            return
        }
        #expect(unpacked < 258 * Int64(runs))
    }

    @Test func aZipFromAPipeInAGzipIsReadWholeAndSaysWhereItBreaksOff() async throws {
        let archive = streamed(besides: [0x61], as: Packed.stored([0x61]))
        let (_, snapshot) = try await folder.index(Packed.gzip(archive))
        #expect(snapshot.phase == .complete)
        #expect(snapshot.packing == .zip(member: "results.jsonl", files: 2))
        #expect(snapshot.totals.items == 10)
        let (_, cut) = try await folder.index(Packed.gzip(Array(archive.dropLast(22))))
        #expect(cut.phase == .failed(.truncated(bytes: Int64(Packed.gzip(archive).count - 22))))
    }

    private func streamed(besides bytes: [UInt8], as deflated: [UInt8]) -> [UInt8] {
        let rows = Array(Lines.many(10).utf8)
        return Packed.streamedZip([("readme.txt", bytes, deflated), ("results.jsonl", rows, Packed.stored(rows))])
    }

    @Test func aMemberThatIsNotWhatWasPackedSaysSo() async throws {
        var archive = Packed.zip([("results.jsonl", Array(Lines.many(10).utf8))])
        let place = try #require(archive.firstRange(of: Array("r3".utf8))).lowerBound
        archive[place + 1] = UInt8(ascii: "4")
        let (file, snapshot) = try await folder.index(archive)
        // In words of libarchive, which are others in the next version.
        guard case .failed(.archive) = snapshot.phase else {
            Issue.record("unexpected \(snapshot.phase)")
            return
        }
        // It is unknown which of them are wrong.
        #expect(snapshot.totals.items == 10)
        #expect(try file.rows(in: 9..<10).map(\.runID) == ["r9"])
    }

    @Test func moreThanTheLimitIsNotUnpacked() async throws {
        let (_, snapshot) = try await folder.index(Packed.gzip(Array(Lines.many(10_000).utf8))) {
            $0.unpacking = UnpackingLimits(bytes: 1_000)
        }
        guard case .failed(.unpacksTooLarge) = snapshot.phase else {
            Issue.record("unexpected \(snapshot.phase)")
            return
        }
    }

    @Test func aHarmlessRunOfOneByteIsText() async throws {
        let (file, snapshot) = try await folder.index(Packed.bomb(runs: 1_000))
        #expect(snapshot.phase == .complete)
        #expect(snapshot.shape == .text)
        #expect(try file.bytes.size() == 258_001)
    }
}

import Testing

@testable import Simulator

struct ArchiveTests {
    @Test func theChecksumIsThatOfTheStandard() {
        #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(CRC32.of([]) == 0)
    }

    @Test func aGzipFileHoldsItsContentInStoredBlocks() {
        let content = (0..<70_000).map { UInt8(truncatingIfNeeded: $0) }
        let file = Archive.gzip(content)
        #expect(Array(file.prefix(3)) == [0x1F, 0x8B, 8])
        // Two blocks: 65,535 bytes, and the last one.
        #expect(Array(file[10..<15]) == [0, 0xFF, 0xFF, 0, 0])
        #expect(Array(file[15..<65_550]) == Array(content[..<65_535]))
        #expect(file[65_550] == 1)
        #expect(file.count == 10 + 5 + 65_535 + 5 + 4465 + 8)
        #expect(Array(file.suffix(4)) == [0x70, 0x11, 0x01, 0x00])
    }

    @Test func aZipFileHoldsItsEntriesAndItsDirectory() {
        let file = Archive.zip([("a.txt", Array("hello".utf8)), ("b", [])])
        #expect(Array(file.prefix(4)) == [0x50, 0x4B, 3, 4])
        #expect(String(decoding: file[30..<40], as: UTF8.self) == "a.txthello")
        let end = Array(file.suffix(22))
        #expect(Array(end[..<4]) == [0x50, 0x4B, 5, 6])
        #expect(Array(end[8..<12]) == [2, 0, 2, 0])
        let directory = Int(end[16]) + Int(end[17]) << 8
        #expect(Array(file[directory..<directory + 4]) == [0x50, 0x4B, 1, 2])
    }
}

import Testing

@testable import ResultsFile

@Suite struct EncodingTests {
    private let folder = Folder()

    enum Encoding: CaseIterable {
        case utf8, utf16LittleEndian, utf16BigEndian, utf32LittleEndian, utf32BigEndian

        /// The text with its byte order mark.
        func bytes(_ text: String) -> [UInt8] {
            let text = "\u{FEFF}" + text
            switch self {
            case .utf8: return Array(text.utf8)
            case .utf16LittleEndian: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            case .utf16BigEndian: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            case .utf32LittleEndian: return text.unicodeScalars.flatMap { Self.bytes($0.value) }
            case .utf32BigEndian: return text.unicodeScalars.flatMap { Self.bytes($0.value).reversed() }
            }
        }

        private static func bytes(_ value: UInt32) -> [UInt8] {
            [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
        }
    }

    @Test(arguments: Encoding.allCases)
    func everyByteOrderMarkNamesItsEncoding(encoding: Encoding) async throws {
        let (table, snapshot) = try await folder.index(encoding.bytes("id,title\r\n1,größe 😀\r\n2,two\r\n"))
        #expect(snapshot.phase == .complete)
        #expect(snapshot.shape == .csv(separator: 0x2C))
        #expect(try table.rows(in: 0..<9).map(\.excerpt) == [#"{"id":"1","title":"größe 😀"}"#, #"{"id":"2","title":"two"}"#])
        #expect(try table.bytes.lines(from: 0, count: 1).map { $0.text.hasSuffix("id,title") } == [true])
        let (lines, _) = try await folder.index(encoding.bytes(Lines.many(10)))
        #expect(try lines.rows(in: 0..<99).compactMap(\.runID) == (0..<10).map { "r\($0)" })
    }

    @Test(arguments: Encoding.allCases)
    func longFileIsDecodedAcrossBlocks(encoding: Encoding) async throws {
        let line = Lines.ok(output: "\"x" + String(repeating: "😀é", count: 200) + "\"")
        let bytes = encoding.bytes(String(repeating: line + "\n", count: 2_000))
        for bytes in [bytes, Packed.gzip(bytes)] {
            let (file, snapshot) = try await folder.index(bytes)
            #expect(snapshot.totals.ok == 2_000)
            #expect(snapshot.bytesRead == Int64(bytes.count))
            let last = try file.item(at: 1_999)
            #expect(last.tree.text(of: try #require(last.parts.output)) == "x" + String(repeating: "😀é", count: 200))
        }
        #expect(folder.names == ["results"])
    }

    @Test func halvesOfCharactersReadAsReplacementCharacters() {
        #expect(ByteOrderMark.utf16BigEndian.text([0xD8, 0, 0, 0x61, 0]) == "\u{FFFD}a\u{FFFD}")
        #expect(ByteOrderMark.utf32LittleEndian.text([0, 0, 0x11, 0, 0x61, 0, 0, 0, 1]) == "\u{FFFD}a\u{FFFD}")
        #expect(ByteOrderMark.utf16LittleEndian.unfinished([0x61, 0, 0x3D, 0xD8, 1]) == 3)
        #expect(ByteOrderMark([0xFF]) == nil)
    }

    @Test func fileOfAByteOrderMarkAloneIsEmpty() async throws {
        for encoding in Encoding.allCases {
            let (_, snapshot) = try await folder.index(encoding.bytes(""))
            #expect(snapshot.phase == .complete)
            #expect(snapshot.shape == .empty)
        }
    }
}

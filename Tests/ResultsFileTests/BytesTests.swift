import Testing

@testable import ResultsFile

@Suite struct BytesTests {
    private let folder = Folder()

    private func bytes(_ content: [UInt8]) throws -> ResultsBytes {
        ResultsBytes(try ByteFile.reading(try folder.write(content)))
    }

    @Test func rowsOfBytesBeginAtMultiplesOfSixteen() throws {
        let view = try bytes(Array(0..<40))
        #expect(try view.size() == 40)
        #expect(
            try view.rows(from: 17, count: 5) == [
                ResultsBytes.Row(offset: 16, bytes: Array(16..<32)), ResultsBytes.Row(offset: 32, bytes: Array(32..<40)),
            ])
        #expect(try view.rows(from: 48, count: 5).isEmpty)
    }

    @Test func linesGoForwardAndBack() throws {
        let view = try bytes(Array("one\r\n\ntwo\nthree".utf8))
        let lines = try view.lines(from: 0, count: 10)
        #expect(lines.map(\.text) == ["one", "", "two", "three"])
        #expect(lines.map(\.offset) == [0, 5, 6, 10])
        #expect(try view.lines(from: 6, count: 1) == [ResultsBytes.Line(offset: 6, next: 10, text: "two")])
        #expect(try view.lineStart(1, before: 10) == 6)
        #expect(try view.lineStart(2, before: 10) == 5)
        #expect(try view.lineStart(1, before: 15) == 10)
        #expect(try view.lineStart(9, before: 15) == 0)
    }

    @Test func aVeryLongLineComesInPartsThatCutNoCharacter() throws {
        let text = String(repeating: "é", count: 30_000) + "\nend\n"
        let view = try bytes(Array(("x" + text).utf8))
        let lines = try view.lines(from: 0, count: 100)
        #expect(lines.map(\.text).joined() == "x" + text.filter { $0 != "\n" })
        #expect(!lines.contains { $0.text.contains("\u{FFFD}") })
        for (line, next) in zip(lines, lines.dropFirst()) {
            #expect(line.next == next.offset)
            #expect(try view.lineStart(1, before: next.offset) == line.offset)
        }
    }

    @Test func partsOfALineThatIsNoUTF8BeginAtTheSamePlacesBackwards() throws {
        let view = try bytes([UInt8](repeating: 0x80, count: 100))
        let lines = try view.lines(from: 0, count: 100, longest: 8)
        #expect(lines.last?.next == 100)
        for line in lines { #expect(try view.lineStart(1, before: line.next, longest: 8) == line.offset) }
    }

    @Test func aLineGoesOnInTheNextWhereTheScreenEnds() throws {
        let view = try bytes(Array(("short\n" + String(repeating: "x", count: 250) + "\nend\n").utf8))
        let lines = try view.lines(from: 0, count: 9, longest: 100)
        #expect(lines.map(\.text.count) == [5, 100, 100, 50, 3])
        #expect(try view.lineStart(2, before: 206, longest: 100) == 6)
        #expect(try view.lineStart(5, before: view.size(), longest: 100) == 0)
    }

    @Test func aLineThatIsExactlyAsLongAsAPartIsOneLine() throws {
        let view = try bytes(Array((String(repeating: "x", count: ResultsBytes.lineLength) + "\nend").utf8))
        #expect(try view.lines(from: 0, count: 9).map(\.text.count) == [ResultsBytes.lineLength, 3])
    }
}

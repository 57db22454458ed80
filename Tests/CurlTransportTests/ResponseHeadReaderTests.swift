import Intuned
import Testing

@testable import CurlTransport

struct ResponseHeadReaderTests {
    @Test func aHeadIsThereOnlyAfterItsLastLine() {
        var reader = ResponseHeadReader()
        #expect(reader.isEmpty)
        read(["HTTP/2 200 \r\n", "A: 1\r\n"], by: &reader)
        #expect(reader.head == nil)
        #expect(!reader.isEmpty)
        read(["\r\n"], by: &reader)
        #expect(reader.head == HTTPResponseHead(status: 200, headers: [HTTPHeader(name: "A", value: "1")]))
    }

    @Test func interimAnswersMakeWayForTheFinalOne() {
        var reader = ResponseHeadReader()
        read(["HTTP/1.1 103 Early Hints\r\n", "Link: x\r\n", "\r\n", "HTTP/1.1 204 No Content\n", "B: 2\n", "\n"], by: &reader)
        #expect(reader.head == HTTPResponseHead(status: 204, headers: [HTTPHeader(name: "B", value: "2")]))
    }

    @Test func foldedAndOddLinesAreReadAsFarAsTheyMakeSense() {
        var reader = ResponseHeadReader()
        let lines = [
            "HTTP/1.1 200 OK\r\n", " folded too early\r\n", "A:1\r\n", "\t 2 \r\n", "nonsense\r\n", "B : x:y\r\n", "C:\r\n",
            "\r\n",
        ]
        read(lines, by: &reader)
        let headers = [
            HTTPHeader(name: "A", value: "1 2"), HTTPHeader(name: "B", value: "x:y"), HTTPHeader(name: "C", value: ""),
        ]
        #expect(reader.head == HTTPResponseHead(status: 200, headers: headers))
    }

    @Test func linesAreRefusedOnceTheyPassTheLimitTogether() {
        var reader = ResponseHeadReader()
        let line = String(repeating: "a", count: ResponseHeadReader.limit / 2)
        #expect(read([line, line], by: &reader) == [true, true])
        #expect(read(["\r\n"], by: &reader) == [false])
    }

    @discardableResult
    private func read(_ lines: [String], by reader: inout ResponseHeadReader) -> [Bool] {
        lines.map { line in
            Array(line.utf8).withUnsafeBytes { reader.read($0) }
        }
    }
}

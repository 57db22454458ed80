import Testing

@testable import Simulator

struct ByteRangeTests {
    @Test func rangesAreReadAsRFC9110Says() {
        let headers: [(String, ByteRange)] = [
            ("bytes=0-0", .part(0..<1)), ("bytes=10-", .part(10..<100)), ("bytes=10-19", .part(10..<20)),
            ("bytes=90-500", .part(90..<100)),
            ("bytes=-1", .part(99..<100)), ("bytes=-500", .part(0..<100)), ("bytes=100-", .unsatisfiable),
            ("bytes=-0", .unsatisfiable),
            ("bytes=20-10", .ignored), ("bytes=0-1,5-6", .ignored), ("lines=0-1", .ignored), ("bytes=x-", .ignored),
            ("bytes=-", .ignored),
        ]
        for (header, range) in headers { #expect(ByteRange(header, size: 100) == range, "\(header)") }
    }
}

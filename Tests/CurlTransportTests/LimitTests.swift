import Testing

@testable import CurlTransport

struct LimitTests {
    @Test func secondsBecomeMillisecondsThatLibcurlTakesForALimit() {
        let seconds: [Double] = [0.25, 15, 0, -1, 0.0001, .nan, .infinity, 1e300]
        #expect(seconds.map(EasyHandle.milliseconds) == [250, 15_000, 1, 1, 1, 1, 2_000_000_000, 2_000_000_000])
    }
}

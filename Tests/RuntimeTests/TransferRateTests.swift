import Dashboard
import Testing

@testable import Runtime

/// The times at which a transfer's progress is reported.
struct TransferRateTests {
    /// Bytes that arrive at once, with none after them, are reported too.
    @Test func theFirstBytesAreToldWithoutAWaitAndWhatFollowsThemAtOnceIsNot() {
        let rate = TransferRate(already: 10, total: 100)
        #expect(rate.progress(at: 10, total: nil) == nil)
        let first = rate.progress(at: 15, total: nil)
        #expect(first?.received == 15)
        #expect(first?.total == 100)
        #expect((first?.rate ?? 0) > 0)
        #expect(rate.progress(at: 20, total: nil) == nil)
    }
}

import Dashboard
import Testing

@testable import Runtime

/// When a transfer's progress is told.
struct PaceTests {
    /// What comes at once and then no more is told all the same.
    @Test func theFirstBytesAreToldWithoutAWaitAndWhatFollowsThemAtOnceIsNot() {
        let pace = Pace(already: 10, total: 100)
        #expect(pace.progress(at: 10, total: nil) == nil)
        let first = pace.progress(at: 15, total: nil)
        #expect(first?.received == 15)
        #expect(first?.total == 100)
        #expect((first?.rate ?? 0) > 0)
        #expect(pace.progress(at: 20, total: nil) == nil)
    }
}

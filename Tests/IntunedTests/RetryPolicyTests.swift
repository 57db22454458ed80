import Intuned
import Testing

struct RetryPolicyTests {
    private let policy = RetryPolicy()
    private let fault = IntunedError.server(status: 500, nil)

    @Test(
        arguments: [(1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (8, 60), (1_000_000, 60), (Int.max, 60), (0, 1), (Int.min, 1)]
            as [(Int, Double)])
    func waitsDoubleUpToAMinute(failures: Int, seconds: Double) {
        #expect(policy.delay(afterFailures: failures, error: fault, jitter: 0) == seconds)
    }

    @Test func chanceTakesOffAFifthAtMost() {
        #expect(policy.delay(afterFailures: 7, error: fault, jitter: 0.5) == 54)
        #expect(policy.delay(afterFailures: 7, error: fault, jitter: (1.0).nextDown) >= 48)
        #expect(RetryPolicy(spread: 0).delay(afterFailures: 7, error: fault, jitter: 0.9) == 60)
    }

    @Test func whatThePlatformAsksForIsTheLeast() {
        #expect(policy.delay(afterFailures: 1, error: .rateLimited(retryAfter: 17, nil), jitter: 0) == 17)
        #expect(policy.delay(afterFailures: 1, error: .rateLimited(retryAfter: 300, nil), jitter: 0) == 300)
        #expect(policy.delay(afterFailures: 7, error: .rateLimited(retryAfter: 5, nil), jitter: 0) == 60)
        #expect(policy.delay(afterFailures: 1, error: .rateLimited(retryAfter: 0, nil), jitter: 0) == 1)
    }

    @Test(arguments: [300, 301, 86_400, 1e300, .infinity]) func noWishSilencesForMoreThanFiveMinutes(seconds: Double) {
        #expect(policy.delay(afterFailures: 1, error: .rateLimited(retryAfter: seconds, nil), jitter: 0.9) == 300)
        #expect(policy.delay(afterFailures: 9, error: .rateLimited(retryAfter: seconds, nil), jitter: 0) == 300)
    }

    /// All clients of a platform are told to wait at the same moment, and must not return at the same moment.
    @Test(arguments: [IntunedError.rateLimited(retryAfter: 60, nil), .rateLimited(retryAfter: nil, nil), .unauthorized(nil)])
    func chanceMakesADemandedWaitLonger(error: IntunedError) {
        let waits = [0, 0.5, (1.0).nextDown].map { policy.delay(afterFailures: 1, error: error, jitter: $0) }
        #expect(waits[0] < waits[1] && waits[1] < waits[2] && waits[2] <= waits[0] * 1.2)
    }

    @Test func tooManyCallsWithoutATimeWaitThreeSecondsAtLeast() {
        #expect(policy.delay(afterFailures: 1, error: .rateLimited(retryAfter: nil, nil), jitter: 0) == 3)
        #expect(policy.delay(afterFailures: 4, error: .rateLimited(retryAfter: nil, nil), jitter: 0) == 8)
    }

    @Test(arguments: [IntunedError.unauthorized(nil), .forbidden(nil)]) func aKeyTurnedAwayWaitsHalfAMinuteAtLeast(
        error: IntunedError
    ) {
        #expect(policy.delay(afterFailures: 1, error: error, jitter: 0) == 30)
        #expect(policy.delay(afterFailures: 7, error: error, jitter: 0) == 60)
    }

    @Test(arguments: [
        IntunedError.notFound(.project("p"), nil), .refused(status: 409, nil), .server(status: 503, nil),
        .redirected(status: 302, toHost: nil), .notReachable(.refused("h")), .notUnderstood(.empty), .cancelled,
    ])
    func allElseBeginsWithASecond(error: IntunedError) {
        #expect(policy.delay(afterFailures: 1, error: error, jitter: 0) == 1)
    }
}

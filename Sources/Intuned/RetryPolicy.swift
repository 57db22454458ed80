/// How long to wait before a retry: longer after each failure, and never less than the platform asks for.
public struct RetryPolicy: Hashable, Sendable {
    /// Seconds to wait after the first failure.
    public var first: Double
    /// The longest wait in seconds; a wait that the platform asks for has its own limit.
    public var longest: Double
    /// The random share of a wait, 0 to 1, so that many clients do not return at once: it shortens a wait or extends an error's
    /// minimum.
    public var spread: Double
    /// The shortest wait in seconds after a 429 that names no time: the platform was known to allow 20 calls a minute.
    public var leastWhenRateLimited: Double
    /// The longest wait in seconds that the platform may ask for: a wrong header must not silence a client for a day.
    public var mostWhenAsked: Double
    /// The shortest wait in seconds after the key was rejected, since a fast retry does not help.
    public var leastWhenTurnedAway: Double

    /// Creates a policy; times are in seconds.
    public init(
        first: Double = 1, longest: Double = 60, spread: Double = 0.2, leastWhenRateLimited: Double = 3,
        mostWhenAsked: Double = 300, leastWhenTurnedAway: Double = 30
    ) {
        self.first = first
        self.longest = longest
        self.spread = spread
        self.leastWhenRateLimited = leastWhenRateLimited
        self.mostWhenAsked = mostWhenAsked
        self.leastWhenTurnedAway = leastWhenTurnedAway
    }

    /// Returns the wait in seconds: doubled with each failure, shortened at random, then raised to the error's minimum, extended
    /// at random.
    ///
    /// - Parameters:
    ///   - failures: the number of failures in a row; less than 1 counts as 1.
    ///   - jitter: a random number, from 0 up to but not including 1.
    public func delay(afterFailures failures: Int, error: IntunedError, jitter: Double) -> Double {
        let doublings = min(max(failures, 1) - 1, 60)
        let wait = min(first * Double(sign: .plus, exponent: doublings, significand: 1), longest)
        return max(wait * (1 - spread * jitter), min(least(after: error) * (1 + spread * jitter), mostWhenAsked))
    }

    private func least(after error: IntunedError) -> Double {
        switch error {
        case .rateLimited(let retryAfter, _): retryAfter ?? leastWhenRateLimited
        case .unauthorized, .forbidden: leastWhenTurnedAway
        case .notFound, .refused, .server, .redirected, .notReachable, .notUnderstood, .cancelled: 0
        }
    }
}

/// How long to wait before a failed call is made again: longer with each failure, and never less than the platform asks for.
public struct RetryPolicy: Hashable, Sendable {
    /// Seconds after the first failure.
    public var first: Double
    /// The most seconds, unless the platform asks for more, which it may up to another limit.
    public var longest: Double
    /// The part of a wait, 0 to 1, that chance may take off, or add to what an error demands, lest many clients come back at once.
    public var spread: Double
    /// The least seconds after a 429 that names no time: the platform was known to allow 20 calls a minute.
    public var leastWhenRateLimited: Double
    /// The most seconds that the platform is granted when it asks for a wait: a wrong header must not silence a client for a day.
    public var mostWhenAsked: Double
    /// The least seconds after the key was turned away, which no hurry mends.
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

    /// Seconds to wait: doubled with each failure, then shortened by chance, then raised to what the error demands, which chance makes longer.
    ///
    /// - Parameters:
    ///   - failures: how many there were in a row; less than 1 counts as 1.
    ///   - jitter: chance, from 0 up to but not including 1.
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

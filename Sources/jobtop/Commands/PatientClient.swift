import Dashboard
import Intuned

/// Asks the platform for a command: within the budget, and with retries as long as the user's patience lasts.
struct PatientClient: Sendable {
    /// Seconds that one request may take; less if patience is shorter, so that it is not waited for longer.
    private static let longestCall = 15.0

    private let client: IntunedClient
    /// The platform's name for sentences.
    let host: String
    private let patience: Double
    private let budget: SharedBudget
    private let clock: CommandClock
    private let policy = RetryPolicy()
    /// Called before each wait, with the error and the seconds until the next request; without an error, for the budget.
    private let note: @Sendable (IntunedError?, Double) -> Void

    /// Creates a client.
    ///
    /// - Parameter patience: seconds for which failures that may pass are retried; 0 for no retry.
    init(
        _ client: IntunedClient, host: String, patience: Double, clock: CommandClock = .machine,
        note: @escaping @Sendable (IntunedError?, Double) -> Void = { _, _ in }
    ) {
        (self.client, self.host, self.patience, self.clock, self.note) = (client, host, patience, clock, note)
        budget = SharedBudget(clock) { note(nil, $0) }
    }

    /// Gets something; retries what may pass, and waits at least as long as the platform asks for.
    func ask<Answer>(_ endpoint: Endpoint<Answer>) async throws(CommandFailure) -> Known<Answer> {
        let start = clock.now()
        var failures = 0
        while true {
            try await budget.turn(of: endpoint.path)
            do throws(IntunedError) {
                let left = patience - start.seconds(until: clock.now())
                let limit = patience == 0 ? Self.longestCall : min(Self.longestCall, max(1, left))
                return try await known(client.limited(to: limit), endpoint)
            } catch {
                failures += 1
                let tried = start.seconds(until: clock.now())
                // No other endpoint than a GET may be sent twice.
                guard endpoint.method == "GET", let wait = wait(after: failures, error, left: patience - tried) else {
                    throw error == .cancelled
                        ? .interrupted : .platform(error, host: host, tried: failures > 1 ? tried : 0)
                }
                note(error, wait)
                await clock.wait(wait)
            }
        }
    }

    /// Seconds until the next request; nil if there should be none.
    private func wait(after failures: Int, _ error: IntunedError, left: Double) -> Double? {
        guard error.mayPassSoon, left > 0 else { return nil }
        let wait = policy.delay(afterFailures: failures, error: error, jitter: .random(in: 0..<1))
        // A platform that asks for a longer wait is not asked earlier; otherwise the last request is sent when patience ends.
        if case .rateLimited = error { return wait <= left ? wait : nil }
        return min(wait, left)
    }

    /// Sends a POST, once: only its sender can find out what became of it when the answer is lost.
    func send<Answer>(_ order: Endpoint<Answer>) async throws(IntunedError) -> Known<Answer> {
        do throws(CommandFailure) { try await budget.turn(of: order.path) } catch { throw .cancelled }
        return try await known(client.limited(to: Self.longestCall), order)
    }

    private func known<Answer>(
        _ client: IntunedClient, _ endpoint: Endpoint<Answer>
    ) async throws(IntunedError) -> Known<Answer> {
        let answer = try await client.call(endpoint)
        return Known(value: answer.value, time: KnownTime(arrived: clock.now(), served: answer.serverTime))
    }
}

extension IntunedError {
    /// Whether a retry may help within seconds.
    fileprivate var mayPassSoon: Bool {
        if case .notReachable(let cause) = self { return cause.mayPass }
        return mayPass
    }
}

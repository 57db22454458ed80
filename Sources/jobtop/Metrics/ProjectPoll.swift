import Dashboard
import Intuned
import Metrics

/// Asks the platform for all that the metrics say, one request after another, within the budget.
struct ProjectPoll: Sendable {
    let client: IntunedClient
    let record: SharedRecord
    let budget: SharedBudget
    let clock: CommandClock
    private let policy = RetryPolicy()

    init(client: IntunedClient, record: SharedRecord, clock: CommandClock) {
        (self.client, self.record, self.clock) = (client, record, clock)
        budget = SharedBudget(clock) { _ in }
    }

    /// Asks for the jobs, and for the newest runs of each.
    ///
    /// - Returns: the error that ended the round; nil if it came to its end. The failure of a single job does not end it.
    func round() async throws(CommandFailure) -> IntunedError? {
        if let error = try await askJobs() { return error }
        for job in record.jobs {
            if let error = try await askRuns(of: job), error.concernsEverything { return error }
        }
        return nil
    }

    /// Repeats a round that fails, as long as the failure may pass and patience lasts.
    ///
    /// - Parameter note: gets the error and the seconds until the next request.
    func patientRound(
        _ patience: Double, note: (IntunedError, Double) -> Void
    ) async throws(CommandFailure) -> (error: IntunedError?, tried: Double) {
        let start = clock.now()
        var failures = 0
        while let error = try await round() {
            failures += 1
            let tried = start.seconds(until: clock.now())
            let wait = delay(afterFailures: failures, error)
            guard error.mayPass, tried + wait < patience else { return (error, tried < 1 ? 0 : tried) }
            note(error, wait)
            await clock.wait(wait)
        }
        return (nil, 0)
    }

    /// Asks round after round, until the task is canceled.
    ///
    /// - Parameters:
    ///   - every: seconds from the beginning of a round to that of the next.
    ///   - note: gets the first error of an outage, and nil at its end.
    func rounds(every: Double, note: (IntunedError?) -> Void) async throws(CommandFailure) -> Never {
        var failures = 0
        while true {
            let start = clock.now()
            if let error = try await round() {
                failures += 1
                if failures == 1 { note(error) }
                await clock.wait(delay(afterFailures: failures, error))
            } else {
                if failures > 0 { note(nil) }
                failures = 0
                await clock.wait(max(0, every - start.seconds(until: clock.now())))
            }
        }
    }

    private func delay(afterFailures failures: Int, _ error: IntunedError) -> Double {
        policy.delay(afterFailures: failures, error: error, jitter: .random(in: 0..<1))
    }

    private func askJobs() async throws(CommandFailure) -> IntunedError? {
        let endpoint = Endpoints.jobs()
        try await budget.turn(of: endpoint.path, isFocus: false)
        do throws(IntunedError) {
            let answer = try await client.call(endpoint)
            record.change { $0.take(answer, wall: $1.wall, uptime: $1.uptime) }
            return nil
        } catch {
            return try failed(error, of: nil)
        }
    }

    private func askRuns(of job: String) async throws(CommandFailure) -> IntunedError? {
        let endpoint = Endpoints.jobRuns(job: job, pageSize: ProjectRecord.mostRuns)
        try await budget.turn(of: endpoint.path, isFocus: false)
        do throws(IntunedError) {
            let answer = try await client.call(endpoint)
            record.change { $0.take(answer, of: job, wall: $1.wall, uptime: $1.uptime) }
            return nil
        } catch {
            return try failed(error, of: job)
        }
    }

    private func failed(_ error: IntunedError, of job: String?) throws(CommandFailure) -> IntunedError {
        if error == .cancelled { throw .interrupted }
        record.change { record, _ in record.take(error, of: job) }
        return error
    }
}

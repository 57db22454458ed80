import Dashboard
import FoundationEssentials
import Insight
import Intuned

/// Asks for one run again and again, and tells what changes, until the watch ends.
struct WatchLoop {
    /// Seconds that one request may take.
    private static let longestCall = 15.0

    let order: WatchOrder
    let client: IntunedClient
    let budget: SharedBudget
    let clock: CommandClock
    let teller: WatchTeller
    let wording: WatchWording
    /// Random numbers from 0 up to but not including 1, for the waits of an outage.
    var jitter: @Sendable () -> Double = { .random(in: 0..<1) }
    private let policy = RetryPolicy()

    var memory: WatchMemory
    let begun: Moment
    var watch: RunWatch?
    /// The id of the run; nil while it is looked for.
    var target: String?
    /// Whether the id came from the command line, and no answer has shown the run yet.
    var isGuess = false
    /// The newest runs of the job, for what is usual.
    var usual: [JobRun] = []
    /// When a line last told the items of the run.
    var itemsTold: Moment?
    private var lost: (since: Moment, failures: Int)?

    init(
        _ order: WatchOrder, client: IntunedClient, host: String, teller: WatchTeller, memory: WatchMemory,
        clock: CommandClock = .machine
    ) {
        (self.order, self.client, self.teller, self.memory, self.clock) = (order, client, teller, memory, clock)
        wording = WatchWording(order: order, host: host)
        budget = SharedBudget(clock) { _ in }
        begun = clock.now()
        // After the end of a run, a watch for the next one looks for the run after it.
        if order.run == .next, let over = memory.over {
            (self.memory.after, self.memory.told, self.memory.isWaitingTold) = (over, nil, false)
        }
    }

    /// Watches until the end; the status to end with.
    mutating func run() async throws(CommandFailure) -> ExitStatus {
        while true {
            try checkLimits()
            let path = ["jobs", order.job, "runs"] + (target.map { [$0] } ?? [])
            try await budget.turn(of: path)
            switch await look() {
            case .success(let sight):
                try noteAnswer()
                if let status = try take(sight) { return status }
                await pause(order.interval)
            case .failure(let error): await pause(try noteFailure(error))
            }
            if Task.isCancelled { throw .interrupted }
            try teller.checkReader()
        }
    }

    /// What an answer shows.
    enum Sight {
        case run(JobRun, KnownTime)
        case runs([JobRun], KnownTime)
    }

    private func look() async -> Result<Sight, IntunedError> {
        let left = order.timeout.map { $0 - begun.seconds(until: clock.now()) } ?? .infinity
        let client = client.limited(to: max(1, min(Self.longestCall, left)))
        func known(_ serverTime: Date?) -> KnownTime { KnownTime(arrived: clock.now(), served: serverTime) }
        do throws(IntunedError) {
            // The first answer has the other runs of the job, for what is usual.
            if let target, watch != nil || isGuess {
                let answer = try await client.call(Endpoints.jobRun(job: order.job, run: target))
                return .success(.run(answer.value.jobRun, known(answer.serverTime)))
            }
            let answer = try await client.call(Endpoints.jobRuns(job: order.job, pageSize: WatchSeeker.runs))
            return .success(.runs(answer.value.runs, known(answer.serverTime)))
        } catch {
            return .failure(error)
        }
    }

    /// Ends the watch when its time is over.
    private func checkLimits() throws(CommandFailure) {
        let elapsed = begun.seconds(until: clock.now())
        if let timeout = order.timeout, elapsed >= timeout { throw .timedOut(wording.timeout(timeout)) }
        guard watch == nil, let wait = order.wait, elapsed >= wait else { return }
        throw .timedOut(wording.noRun(wait))
    }

    /// Waits, though not beyond the end of the watch.
    private func pause(_ seconds: Double) async {
        let elapsed = begun.seconds(until: clock.now())
        let limits = [order.timeout, watch == nil ? order.wait : nil].compactMap { $0 }
        let left = limits.map { max(0, $0 - elapsed) }.min() ?? .infinity
        await clock.wait(min(seconds, left))
    }

    // MARK: Outages

    /// Whether the watch goes on: once the platform has answered, only its own verdict on the key or the run ends it.
    private func mayPass(_ error: IntunedError) -> Bool {
        switch error {
        case .notReachable(let cause): cause.mayPass
        case .rateLimited, .server: true
        case .redirected, .notUnderstood, .refused: watch != nil
        case .unauthorized, .forbidden, .notFound, .cancelled: false
        }
    }

    private mutating func noteAnswer() throws(CommandFailure) {
        guard memory.isLostTold || lost != nil else { return }
        let seconds = lost.map { $0.since.seconds(until: clock.now()) }
        lost = nil
        guard memory.isLostTold else { return }
        memory.isLostTold = false
        try tell([.back(seconds: seconds)], watch?.run, nil)
    }

    /// Notes a failure; the seconds until the next request.
    ///
    /// - Throws: what ends the watch: a failure that does not pass, or one that outlasts the patience.
    private mutating func noteFailure(_ error: IntunedError) throws(CommandFailure) -> Double {
        if error == .cancelled { throw .interrupted }
        // A request that had less time than usual proves no outage.
        try checkLimits()
        if isGuess, case .notFound(.jobRun, _) = error { return try missing() }
        guard mayPass(error) else { throw .platform(error, host: wording.host, tried: 0) }
        let now = clock.now()
        let (since, failures) = (lost?.since ?? now, (lost?.failures ?? 0) + 1)
        lost = (since, failures)
        let tried = since.seconds(until: now)
        guard tried < order.patience else { throw .platform(error, host: wording.host, tried: tried) }
        if !memory.isLostTold {
            memory.isLostTold = true
            try tell([.lost(error, patience: order.patience)], watch?.run, nil)
        }
        let delay = policy.delay(afterFailures: failures, error: error, jitter: jitter())
        return min(delay, max(1, order.patience - tried))
    }
}

/// The state of a job when the simulator starts.
extension Job {
    mutating func open(at moment: Moment) {
        switch plan.opening {
        case .idle: break
        case .switchedOff(let message, let seconds):
            pause = Pause(message: message, since: moment - .milliseconds(Int64(seconds * 1000)))
        case .queued(let seconds):
            let run = opened(progress: 0, at: moment)
            active[0].phase = .queued(until: moment + pace.span(seconds))
            active[0].startedAt = run.createdAt
        case .working(let progress):
            opened(progress: progress, at: moment)
            spread(for: nil, from: moment)
        case .stuck(let progress, let seconds):
            // Without an item under way the run has no next event.
            opened(progress: progress, at: moment - .milliseconds(Int64(seconds * 1000)))
        case .overlapping(let first, let second):
            for progress in [first, second] {
                opened(progress: progress, at: moment)
                spread(for: nil, from: moment)
            }
        case .pausing(let progress, let seconds):
            opened(progress: progress, at: moment)
            spread(for: seconds, from: moment)
            active[0].phase = .pausing
            active[0].reason = .userRequest
            pause = Pause(message: "Paused by ana@acme.example from the dashboard.", since: moment - .seconds(4))
        case .paused(let progress, let reason):
            opened(progress: progress, at: moment)
            active[0].phase = .paused
            active[0].reason = reason
            active[0].fateIsSpent = true
            pause = Pause(message: reason.message, since: active[0].updatedAt)
        case .resuming(let progress, let seconds):
            opened(progress: progress, at: moment)
            active[0].phase = .resuming(until: moment + pace.span(seconds))
            active[0].reason = .userRequest
        }
    }

    /// Adds an active run with this progress, as if it had started long enough ago.
    @discardableResult
    private mutating func opened(progress: Double, at moment: Moment) -> Run {
        let plan = plan.at(nextOrdinal)
        var rehearsal = newRun(nextOrdinal, type: plan.schedule == nil ? .manual : .scheduled, at: moment)
        let age = rehearsal.work(share: progress, plan: plan, pace: pace) - moment + pace.span(20)
        var run = newRun(nextOrdinal, type: rehearsal.type, at: moment - age)
        run.startedAt = run.createdAt + pace.span(10)
        _ = run.work(share: progress, plan: plan, pace: pace)
        nextOrdinal += 1
        active.append(run)
        return run
    }

    /// Starts items that end one after another: within this many seconds, or after their own durations.
    private mutating func spread(for seconds: Double?, from moment: Moment) {
        let (newest, plan) = (active.count - 1, plan.at(active[active.count - 1].ordinal))
        let lanes = min(plan.configuration.maxConcurrentRequests, active[newest].payloads - active[newest].begun)
        for lane in 0..<lanes {
            let index = active[newest].begun
            let left = (seconds ?? plan.outcome(of: index, in: active[newest].dice).seconds) * Double(lane + 1) / Double(lanes)
            active[newest].underWay.append(.init(index: index, since: moment - pace.span(left), until: moment + pace.span(left)))
            active[newest].begun += 1
        }
    }
}

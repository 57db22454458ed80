/// The transitions of a run between the states of API.md, 6.1.
extension Run {
    /// Carries out the events due at a moment, which is the run's `nextEvent`.
    mutating func step(at moment: Moment, plan: Plan, pace: Pace) {
        finishItems(dueAt: moment, plan: plan)
        switch phase {
        case .queued(let until) where until <= moment: leaveQueue(at: moment)
        case .resuming(let until) where until <= moment: resumeWork(at: moment)
        case .stopping(let until, _) where until <= moment: end(.terminated, at: moment)
        case .queued, .working, .pausing, .paused, .resuming, .stopping, .ended: break
        }
        if case .working = phase { strike(at: moment, plan: plan) }
        if case .pausing = phase, underWay.isEmpty {
            phase = .paused
            updatedAt = moment
        }
        if case .working = phase { goOn(at: moment, plan: plan, pace: pace) }
    }

    /// Starts no more items; running items continue to their end.
    mutating func pause(because reason: RunReason, at moment: Moment) {
        switch phase {
        case .queued, .working, .resuming:
            phase = underWay.isEmpty ? .paused : .pausing
            self.reason = reason
            updatedAt = moment
        case .pausing, .paused, .stopping, .ended: break
        }
    }

    /// Resumes the run after a while.
    mutating func resume(at moment: Moment, after wait: Duration) {
        switch phase {
        case .pausing, .paused:
            phase = .resuming(until: moment + wait)
            updatedAt = moment
        case .queued, .working, .resuming, .stopping, .ended: break
        }
    }

    /// Ends the run about a second of the platform later and stops the items that are still running.
    ///
    /// Returns false if the run has already ended.
    mutating func terminate(at moment: Moment, pace: Pace) -> Bool {
        switch phase {
        case .queued, .working, .pausing, .paused, .resuming:
            phase = .stopping(until: moment + pace.span(1), shown: status)
            reason = .terminated
            updatedAt = moment
            return true
        case .stopping: return true
        case .ended: return false
        }
    }

    /// Counts a finished item and the items that it adds to the run.
    mutating func count(_ outcome: ItemOutcome, plan: Plan) {
        if outcome.failure == nil { succeeded += 1 } else { failed += 1 }
        guard outcome.extends > 0 else { return }
        payloads = max(payloads, min(payloads + outcome.extends, plan.expectedItems(dice)))
    }

    /// Ends the run.
    mutating func end(_ status: StatusWord, at moment: Moment) {
        stopped += underWay.map(\.index)
        underWay = []
        phase = .ended(status)
        endedAt = moment
        updatedAt = moment
    }

    /// The status of a run after all its items have finished.
    var natural: StatusWord {
        if failed == payloads && payloads > 0 { return .failure }
        return fate == .completes ? .completed : .success
    }

    private mutating func finishItems(dueAt moment: Moment, plan: Plan) {
        let done = underWay.filter { $0.until <= moment }
        guard !done.isEmpty else { return }
        underWay.removeAll { $0.until <= moment }
        for item in done { count(plan.outcome(of: item.index, in: dice), plan: plan) }
        updatedAt = moment
    }

    private mutating func leaveQueue(at moment: Moment) {
        if case .canceled(let reason, let error) = fate {
            (self.reason, self.error) = (reason, error)
            end(.canceled, at: moment)
            return
        }
        phase = .working
        startedAt = moment
        updatedAt = moment
    }

    private mutating func resumeWork(at moment: Moment) {
        phase = .working
        reason = nil
        if begun == 0 { startedAt = moment }
        updatedAt = moment
    }

    /// Applies the fate once enough items are done.
    private mutating func strike(at moment: Moment, plan: Plan) {
        let reached = { (share: Double, run: Run) in Double(run.finished) >= share * Double(plan.expectedItems(run.dice)) }
        switch fate {
        case .breaks(let share, let outOfCredits) where reached(share, self):
            error = outOfCredits ? .outOfCredits : .internalServerError(dice)
            end(.failure, at: moment)
        case .terminated(let share) where reached(share, self):
            reason = .terminated
            end(.terminated, at: moment)
        case .pauses(let share, let reason) where !fateIsSpent && reached(share, self):
            fateIsSpent = true
            pause(because: reason, at: moment)
        case .runsOut, .completes, .canceled, .breaks, .terminated, .pauses: break
        }
    }

    private mutating func goOn(at moment: Moment, plan: Plan, pace: Pace) {
        while underWay.count < plan.configuration.maxConcurrentRequests, begun < payloads {
            let span = pace.span(plan.outcome(of: begun, in: dice).seconds)
            underWay.append(ItemUnderWay(index: begun, since: moment, until: moment + span))
            begun += 1
        }
        if underWay.isEmpty { end(natural, at: moment) }
    }
}

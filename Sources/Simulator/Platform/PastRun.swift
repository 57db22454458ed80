/// The past runs of a job when the simulator starts, each created from its ordinal alone.
extension Job {
    /// A run of the history, in its final state.
    func pastRun(_ ordinal: Int) -> Run {
        let plan = plan.at(ordinal)
        var run = newRun(ordinal, type: pastType(ordinal), at: pastStart(ordinal))
        run.startedAt = run.createdAt + pace.span(plan.behaviour.queueSeconds.lowerBound)
        switch run.fate {
        case .canceled(let reason, let error):
            (run.reason, run.error) = (reason, error)
            run.startedAt = run.createdAt
            run.end(.canceled, at: run.createdAt + pace.span(plan.behaviour.queueSeconds.upperBound))
        case .breaks(let share, let outOfCredits):
            let moment = run.work(share: share, plan: plan, pace: pace)
            run.error = outOfCredits ? .outOfCredits : .internalServerError(run.dice)
            run.end(.failure, at: moment)
        case .terminated(let share):
            let moment = run.work(share: share, plan: plan, pace: pace)
            run.reason = .terminated
            run.end(.terminated, at: moment)
        case .runsOut, .completes, .pauses:
            let moment = run.work(share: 1, plan: plan, pace: pace)
            run.end(run.natural, at: moment)
        }
        run.odd = plan.oddRuns[ordinal]
        if let status = run.odd?.status { run.phase = .ended(status) }
        return run
    }

    private func pastType(_ ordinal: Int) -> RunType {
        var dice = dice.fork(ordinal).fork(-2)
        return plan.schedule == nil || dice.chance(plan.history.manualShare) ? .manual : .scheduled
    }

    private func pastStart(_ ordinal: Int) -> Moment {
        var dice = dice.fork(ordinal).fork(-3)
        var last = plan.schedule?.previous(before: origin) ?? origin - plan.history.spacing * (0.5 + Double(plan.history.omitted))
        if case .skips(let runs)? = plan.schedule?.lapse { last = last - plan.history.spacing * Double(runs) }
        let stray = plan.schedule == nil ? dice.number(in: -plan.history.stray...plan.history.stray) : 0
        return last - plan.history.spacing * (Double(plan.history.runs - 1 - ordinal) + stray)
    }
}

extension Run {
    /// Runs the first share of the items at once, and returns when they would have ended.
    mutating func work(share: Double, plan: Plan, pace: Pace) -> Moment {
        var seconds = 0.0
        while begun < payloads, share == 1 || Double(begun) < share * Double(plan.expectedItems(dice)) {
            let outcome = plan.outcome(of: begun, in: dice)
            begun += 1
            seconds += outcome.seconds
            count(outcome, plan: plan)
        }
        let lanes = min(plan.configuration.maxConcurrentRequests, max(1, begun))
        updatedAt = startedAt + pace.span(seconds / Double(lanes))
        return updatedAt
    }
}

/// The automatic events of a job, and the actions of users.
extension Job {
    /// Carries out the events due at a moment, which is the job's `nextEvent`.
    mutating func step(at moment: Moment) {
        for index in active.indices {
            guard let due = active[index].nextEvent, due <= moment else { continue }
            let wasPausing = active[index].status == .pausing
            active[index].step(at: moment, plan: plan.at(active[index].ordinal), pace: pace)
            let status = active[index].status
            // The platform has paused the run itself, so its job is paused too.
            if !wasPausing, status == .pausing || status == .paused, pause == nil, let reason = active[index].reason {
                suspend(reason, message: reason.message, at: moment)
            }
        }
        retire(at: moment)
        if let due = nextScheduled, due <= moment {
            if plan.schedule?.lapse == nil { startScheduled(at: moment) }
            nextScheduled = plan.schedule?.next(after: moment, pace: pace)
        }
        if let due = nextManual, due <= moment {
            nextManual = nil
            if active.isEmpty, pause == nil { start(.manual, at: moment) }
        }
        if let due = nextOperator, due <= moment { operate(at: moment) }
    }

    /// Starts a run, which first waits in the queue.
    @discardableResult
    mutating func start(_ type: RunType, at moment: Moment) -> Run {
        var run = newRun(nextOrdinal, type: type, at: moment)
        var dice = run.dice.fork(-5)
        run.phase = .queued(until: moment + pace.span(dice.number(in: plan.behaviour.queueSeconds)))
        nextOrdinal += 1
        active.append(run)
        return run
    }

    /// Pauses the job and its runs; does nothing if the job is paused.
    mutating func suspend(_ reason: RunReason, message: String, at moment: Moment) {
        guard pause == nil else { return }
        pause = Pause(message: message, since: moment)
        for index in active.indices { active[index].pause(because: reason, at: moment) }
        (nextScheduled, nextManual) = (nil, nil)
        planOperator(at: moment)
    }

    /// Resumes the job and its runs; does nothing if the job is active.
    mutating func resume(at moment: Moment) {
        guard pause != nil else { return }
        pause = nil
        var dice = dice.fork(Int(truncatingIfNeeded: moment.milliseconds))
        let wait = pace.span(dice.number(in: plan.behaviour.resumeSeconds))
        for index in active.indices { active[index].resume(at: moment, after: wait) }
        planAhead(from: moment)
    }

    /// Stops a run; false if it has already ended, nil if there is no run with that id.
    mutating func terminate(_ id: String, at moment: Moment) -> Bool? {
        guard let index = active.firstIndex(where: { $0.id == id }) else { return run(id).map { _ in false } }
        return active[index].terminate(at: moment, pace: pace)
    }

    /// Plans the next events of an active job: its schedule, its manual trigger, its operator.
    mutating func planAhead(from moment: Moment) {
        if pause == nil {
            nextScheduled = plan.schedule?.next(after: moment, pace: pace)
            if active.isEmpty { planRest(at: moment) }
        }
        planOperator(at: moment)
    }

    private mutating func startScheduled(at moment: Moment) {
        guard !active.isEmpty else {
            start(.scheduled, at: moment)
            return
        }
        var run = newRun(nextOrdinal, type: .scheduled, at: moment)
        nextOrdinal += 1
        run.reason = .anotherRunActive
        run.end(.canceled, at: moment)
        keep(run)
    }

    private mutating func retire(at moment: Moment) {
        let over = active.filter(\.status.isFinal)
        guard !over.isEmpty else { return }
        active.removeAll(where: \.status.isFinal)
        for run in over { keep(run) }
        if active.isEmpty, pause == nil { planRest(at: moment) }
    }

    private mutating func keep(_ run: Run) {
        let place = ended.lastIndex { $0.ordinal < run.ordinal }.map { $0 + 1 } ?? 0
        ended.insert(run, at: place)
        if ended.count > Job.kept { ended.removeFirst(ended.count - Job.kept) }
    }

    private mutating func planRest(at moment: Moment) {
        guard let rest = plan.behaviour.restSeconds else { return }
        var dice = dice.fork(nextOrdinal).fork(-6)
        nextManual = moment + pace.span(dice.number(in: rest))
    }

    private mutating func planOperator(at moment: Moment) {
        guard let habit = plan.behaviour.operatorHabit else { return }
        var dice = dice.fork(Int(truncatingIfNeeded: moment.milliseconds)).fork(-7)
        nextOperator = moment + pace.span(dice.number(in: pause == nil ? habit.pausesAfterSeconds : habit.resumesAfterSeconds))
    }

    private mutating func operate(at moment: Moment) {
        if pause == nil {
            suspend(.userRequest, message: "Paused by ana@acme.example from the dashboard.", at: moment)
        } else {
            resume(at: moment)
        }
    }
}

import Dashboard
import Insight
import Intuned

/// What a watch makes of an answer.
extension WatchLoop {
    /// Takes an answer; the status to end with, or nil to continue.
    mutating func take(_ sight: Sight) throws(CommandFailure) -> ExitStatus? {
        switch sight {
        case .run(let run, let time):
            isGuess = false
            return try follow(run, time)
        case .runs(let runs, let time): return try seek(in: runs, time)
        }
    }

    /// Looks for the run in the newest ones.
    private mutating func seek(in runs: [JobRun], _ time: KnownTime) throws(CommandFailure) -> ExitStatus? {
        let reference = continued.map { RunReference.id($0) } ?? order.run
        if reference == .next, memory.after == nil { memory.after = runs.first?.id ?? "" }
        switch WatchSeeker.find(reference, in: runs, after: memory.after ?? "") {
        case .run(let run):
            usual = runs
            return try follow(run, time)
        case .ask(let id):
            (target, isGuess, usual) = (id, true, runs)
            return nil
        case .ambiguous(let ids):
            guard case .id(let text) = reference else { return nil }
            throw .usage(wording.ambiguous(text, ids))
        case .none:
            _ = try missing()
            return nil
        }
    }

    /// The run that an earlier watch has told and that is still meant; nil to look for one.
    ///
    /// A run that was told as over is looked for again: by then, another one may be the latest.
    private var continued: String? {
        guard let told = memory.told?.state, told.isActive else { return nil }
        if case .id(let text) = order.run, !told.id.hasPrefix(text) { return nil }
        return told.id
    }

    /// There is no such run yet; the seconds until the next request.
    mutating func missing() throws(CommandFailure) -> Double {
        (target, isGuess) = (nil, false)
        guard order.wait != nil || order.run == .next else { throw .notFound(wording.notFound) }
        if !memory.isWaitingTold {
            memory.isWaitingTold = true
            try tell([.waiting], nil, nil)
        }
        return order.interval
    }

    /// Tells what changed about the run; the status to end with.
    private mutating func follow(_ run: JobRun, _ time: KnownTime) throws(CommandFailure) -> ExitStatus? {
        if memory.told.map({ $0.state.id != run.id }) ?? false { memory.told = nil }
        var watch = self.watch ?? RunWatch(job: order.job, earlier: usual, told: memory.told)
        let changes = watch.take(run, at: time.date)
        let run = watch.run ?? run
        target = run.id
        let end = order.end.status(of: run, isStuck: watch.isStuck)
        self.watch = watch
        if let events = events(changes, isLast: end != nil) {
            self.watch?.tell()
            memory.told = self.watch?.told
            itemsTold = clock.now()
            try tell(events, run, time)
        }
        return end
    }

    /// What to tell now, if anything: items alone wait for their time, except at the end.
    private func events(_ changes: [RunChange]?, isLast: Bool) -> [WatchEvent]? {
        guard let changes else {
            let verdicts = (watch?.verdicts ?? []).map { WatchEvent.change(.verdict($0)) }
            return [memory.isWaitingTold ? .started : .present] + verdicts
        }
        let areItemsOnly = changes.allSatisfy { change in
            switch change {
            case .items, .grew: true
            case .status, .reason, .firstFailure, .verdict, .verdictOver, .ended: false
            }
        }
        let isEarly = itemsTold.map { $0.seconds(until: clock.now()) < order.every } ?? false
        return changes.isEmpty || areItemsOnly && isEarly && !isLast ? nil : changes.map { .change($0) }
    }

    /// Prints events.
    func tell(_ events: [WatchEvent], _ run: JobRun?, _ time: KnownTime?) throws(CommandFailure) {
        let time = time ?? KnownTime(arrived: clock.now(), served: nil)
        let records = events.map { event in
            WatchRecord(
                event: event, text: wording.sentence(event, run, known: time.date), job: order.job, run: run, known: time)
        }
        try teller.tell(records, memory)
    }
}

import FoundationEssentials
import Intuned
import Query
import TextScreen

extension State {
    /// Applies a message to the state and returns the effects to carry out.
    ///
    /// - Parameter now: when the message is applied; the only time that the core knows.
    package mutating func update(_ message: Message, at now: Moment) -> [Effect] {
        let before = self.now
        changeProfiles { $0.keepServerTime(from: before, to: now) }
        self.now = now
        changes.expire(at: now)
        alerts.notePresence(message, at: now)
        if let notice, notice.said.seconds(until: now) > Notice.lifetime { self.notice = nil }
        var effects = apply(message)
        effects += followActions()
        derive()
        gatherKept()
        settle()
        effects += nextFetch() + readingOrders()
        gatherWants()
        effects += profile.begin(wants, keeping: kept, at: now) + askUnseen()
        measureAge()
        return effects + alertOrders(after: message) + seenOrders()
    }

    private mutating func apply(_ message: Message) -> [Effect] {
        switch message {
        case .keyPressed(let key): return press(key)
        case .pasted(let text): paste(text)
        case .mouseUsed(let event): return use(event)
        case .mouseSwitched(let isOn, let wasSent): noteMouse(isOn, wasSent: wasSent)
        case .resized(let size): self.size = size
        case .timePassed, .focusChanged: break
        case .continued:
            // Another person may sit at the terminal now.
            revealed = nil
            if actions.dialog?.isSent == false { closeDialog() }
            return [.terminal(.redraw)]
        case .jobsLoaded(let id, let result): take(result, for: .jobs, of: id) { records, jobs, _ in records.jobs = jobs }
        case .runsLoaded(let id, let topic, let result):
            if case .success(let answer) = result, let job = topic.pageOfRuns?.job {
                noteChanges(in: answer.value.runs, of: job, profile: id)
            }
            take(result, for: topic, of: id) { $0.take($1, for: topic, at: $2) }
        case .runLoaded(let key, let result):
            if case .success(let answer) = result { noteChanges(in: [answer.value.jobRun], of: key.job, profile: key.profile) }
            take(result, for: .run(key), of: key.profile) { $0.take($1, of: key, at: $2) }
            if case .success = result { noteLink(of: key) }
            if case .failure(.notFound(.run, _)) = result {
                changeProfile(key.profile) { $0.records.listings[key.job]?.remove(key.run) }
            }
        case .actionAnswered(let id, let result): return take(result, toAction: id)
        case .actionNotRecorded(let failure): sayNotRecorded(Wording.notRecorded(failure))
        case .fetchProgressed(let key, let progress):
            hear(progress, of: key)
            return follow(progress, of: key)
        case .linkRenewed(let key): noteRequest(for: key)
        case .fetchEnded(let key, let result):
            endFetch(of: key, result)
            return finishReading(of: key, result)
        case .read(let id, let fact): return take(fact, of: id)
        case .saved(let order, let problem): noteSaved(order, problem)
        case .copied(let text, let wasSent): sayCopied(text, wasSent: wasSent)
        }
        return []
    }

    private mutating func take<Value>(
        _ result: Result<Answered<Value>, IntunedError>, for topic: Topic, of id: ProfileID,
        into change: (inout Records, Value, Moment) -> Void
    ) {
        let isKept = id == profile.id ? kept.contains(topic) : true
        let now = now
        let asked = profile(id)?.polling.track(topic).attempted
        changeProfile(id) { $0.take(result, for: topic, isKept: isKept, at: now, into: change) }
        switch result {
        case .success: hear(topic, of: id, nil, asked: asked)
        case .failure(let error): hear(topic, of: id, error, asked: asked)
        }
    }

    /// Polls the profiles that are not shown, each by its own schedule.
    private mutating func askUnseen() -> [Effect] {
        others.indices.flatMap { others[$0].askUnseen(at: now) }
    }

    /// Updates every page of the stack, since the pages below request the data that they show too.
    private mutating func derive() {
        for index in stack.indices {
            var content = stack[index].content
            content.derive(in: self)
            stack[index] = content.page
        }
    }

    private mutating func settle() {
        profile.records.keep(kept)
        stopLoadingUnlessShown()
        forgetRowsOutOfReach()
        if !stack.contains(where: { $0.content.runKey(in: self) == revealed && $0.kind == .configuration }) { revealed = nil }
        gatherWants()
        measureAge()
        status = currentStatus()
        showBytesOfWhatHasNoRows()
        changePage { $0.settle(in: $1) }
        settleMenu()
    }

    /// Drops rows that no page can reach: a polled list grows with every new run, perhaps for weeks, and the page of jobs needs
    /// only its head.
    private mutating func forgetRowsOutOfReach() {
        var reach: [String: Int] = [:]
        for page in stack {
            if case .runs(let list) = page {
                let isWhole = list.filter.isEmpty && order(of: .runs).isStandard && loadsOn != list.job
                reach[list.job] = isWhole ? RunsListing.rowsInReach(of: list.cursor.index + size.rows) : .max
            } else if case .history(let history) = page {
                reach[history.job] = max(reach[history.job] ?? 0, RunsListing.rowsInReach(of: 0))
            } else if let job = page.content.runKey(in: self)?.job, reach[job] == nil {
                reach[job] = RunsListing.rowsInReach(of: 0)
            }
        }
        profile.records.keepRows { reach[$0] ?? RunsListing.headSize }
    }

    private mutating func sayCopied(_ text: String, wasSent: Bool) {
        // A secret in a signed address is never shown without being asked for, whether the terminal accepted the text or not.
        let start = String(text.prefix(1_000))
        let shown = Wording.withoutSecrets(start)
        if wasSent {
            say(Wording.copied(shown), .good)
        } else if shown == start {
            say(Wording.selectInstead(text), .plain)
        } else {
            say(Wording.secretNotCopied(shown), .warning)
        }
    }

    /// Shows a sentence until a key press or its lifetime ends it.
    mutating func say(_ text: String, _ tone: Notice.Tone) {
        notice = Notice(text: text, tone: tone, said: now)
    }
}

extension Records {
    /// Stores rows of a job's runs.
    mutating func take(_ page: JobRunsPage, for topic: Topic, at now: Moment) {
        switch topic {
        case .newestRuns(let job): listings[job, default: RunsListing()].mergeHead(page, at: now)
        case .runs(let job, let number): listings[job, default: RunsListing()].merge(page, number: number, at: now)
        case .farRuns(let job, let number): listings[job]?.mergeFar(page, number: number, at: now)
        case .jobs, .run: break
        }
    }
}

import FoundationEssentials
import Intuned
import TextScreen

extension State {
    /// Takes in a fact and says what is to be done about it.
    ///
    /// - Parameter now: when the message is taken in; the only time that the core knows.
    package mutating func update(_ message: Message, at now: Moment) -> [Effect] {
        let before = self.now
        changeProfiles { $0.keepServerTime(from: before, to: now) }
        self.now = now
        if let notice, notice.said.seconds(until: now) > Notice.lifetime { self.notice = nil }
        var effects = apply(message)
        derive()
        gatherKept()
        settle()
        effects += nextFetch() + readingOrders()
        gatherWants()
        effects += profile.begin(wants, keeping: kept, at: now) + askUnseen()
        measureAge()
        return effects
    }

    private mutating func apply(_ message: Message) -> [Effect] {
        switch message {
        case .keyPressed(let key): return press(key)
        case .pasted(let text): paste(text)
        case .resized(let size): self.size = size
        case .timePassed: break
        case .continued:
            // Somebody else may sit there now.
            revealed = nil
            return [.terminal(.redraw)]
        case .jobsLoaded(let id, let result): take(result, for: .jobs, of: id) { records, jobs, _ in records.jobs = jobs }
        case .runsLoaded(let id, let topic, let result):
            take(result, for: topic, of: id) { $0.take($1, for: topic, at: $2) }
        case .runLoaded(let key, let result):
            take(result, for: .run(key), of: key.profile) { $0.take($1, of: key, at: $2) }
            if case .failure(.notFound(.run, _)) = result {
                changeProfile(key.profile) { $0.records.listings[key.job]?.remove(key.run) }
            }
        case .fetchProgressed(let key, let progress):
            hear(progress, of: key)
            return follow(progress, of: key)
        case .linkRenewed(let key): noteRequest(for: key)
        case .fetchEnded(let key, let result):
            endFetch(of: key, result)
            return finishReading(of: key, result)
        case .read(let id, let fact): return take(fact, of: id)
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
        changeProfile(id) { $0.take(result, for: topic, isKept: isKept, at: now, into: change) }
    }

    /// Profiles that are not shown are asked about as well, each by its own schedule.
    private mutating func askUnseen() -> [Effect] {
        others.indices.flatMap { others[$0].askUnseen(at: now) }
    }

    /// Every page of the stack, since those below ask for what they show as well.
    private mutating func derive() {
        for index in stack.indices {
            var content = stack[index].content
            content.derive(in: self)
            stack[index] = content.page
        }
    }

    private mutating func settle() {
        profile.records.keep(kept)
        forgetRowsOutOfReach()
        if !stack.contains(where: { $0.content.runKey(in: self) == revealed && $0.kind == .configuration }) { revealed = nil }
        gatherWants()
        measureAge()
        status = currentStatus()
        showBytesOfWhatHasNoRows()
        changePage { $0.settle(in: $1) }
    }

    /// A list grows with every run that begins while it is asked for, perhaps for weeks; the page of jobs needs its head alone.
    private mutating func forgetRowsOutOfReach() {
        var reach: [String: Int] = [:]
        for page in stack {
            if case .runs(let list) = page {
                reach[list.job] = list.filter.isEmpty ? RunsListing.rowsInReach(of: list.cursor.index + size.rows) : .max
            } else if let job = page.content.runKey(in: self)?.job, reach[job] == nil {
                reach[job] = RunsListing.rowsInReach(of: 0)
            }
        }
        profile.records.keepRows { reach[$0] ?? RunsListing.headSize }
    }

    private mutating func sayCopied(_ text: String, wasSent: Bool) {
        // What opens a signed address is not shown unasked, whether or not the terminal took it.
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

    /// Shows a sentence until a key or its time takes it away.
    mutating func say(_ text: String, _ tone: Notice.Tone) {
        notice = Notice(text: text, tone: tone, said: now)
    }
}

extension Records {
    /// Takes in rows of a job's runs.
    mutating func take(_ page: JobRunsPage, for topic: Topic, at now: Moment) {
        switch topic {
        case .newestRuns(let job): listings[job, default: RunsListing()].mergeHead(page, at: now)
        case .runs(let job, let number): listings[job, default: RunsListing()].merge(page, number: number, at: now)
        case .jobs, .run: break
        }
    }
}

import FoundationEssentials
import Intuned
import TextScreen

extension State {
    /// Takes in a fact and says what is to be done about it.
    ///
    /// - Parameter now: when the message is taken in; the only time that the core knows.
    package mutating func update(_ message: Message, at now: Moment) -> [Effect] {
        keepServerTime(at: now)
        self.now = now
        if let notice, notice.said.seconds(until: now) > Notice.lifetime { self.notice = nil }
        var effects = apply(message)
        derive()
        let kept = kept
        settle(keeping: kept)
        effects += nextFetch() + readingOrders()
        effects += polling.begin(wants, keeping: kept, at: now).map(\.load)
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
            return [.redraw]
        case .jobsLoaded(let result): take(result, for: .jobs) { records, jobs, _ in records.jobs = jobs }
        case .runsLoaded(let topic, let result): take(result, for: topic) { $0.take($1, for: topic, at: $2) }
        case .runLoaded(let key, let result):
            take(result, for: .run(key)) { $0.take($1, of: key, at: $2) }
            if case .failure(.notFound(.run, _)) = result { records.listings[key.job]?.remove(key.run) }
        case .fetchProgressed(let key, let progress):
            hear(progress, of: key)
            return follow(progress, of: key)
        case .fetchEnded(let key, let result):
            endFetch(of: key, result)
            return finishReading(of: key, result)
        case .read(let id, let fact): return take(fact, of: id)
        case .copied(let text, let wasSent): sayCopied(text, wasSent: wasSent)
        }
        return []
    }

    /// An answer that nobody waits for any more changes nothing but the schedule.
    private mutating func take<Value>(
        _ result: Result<Answered<Value>, IntunedError>, for topic: Topic, into change: (inout Records, Value, Moment) -> Void
    ) {
        switch result {
        case .success(let answer):
            polling.succeed(topic, at: now)
            noteServerTime(answer, to: topic)
            if kept.contains(topic) { change(&records, answer.value, polling.track(topic).answered ?? now) }
        case .failure(let error):
            polling.fail(topic, error, at: now)
        }
    }

    /// Whoever sets our wall clock does not move the server's, so what is dated by that one keeps its age, also while no answer comes.
    ///
    /// Unless ours was years behind and is set right: then it is the one that ages were counted on.
    private mutating func keepServerTime(at next: Moment) {
        let set = next.wall.timeIntervalSince(now.wall) - now.seconds(until: next)
        guard abs(set) > Self.tellingChange else { return }
        if !records.clocksDifferByYears || abs(skew - set) <= Self.uselessDifference { skew -= set }
    }

    /// The server took the time of its Date header, in whole seconds, at some instant between the request and now: a slow answer is no
    /// wrong clock, and does not tell whether one that a quick answer showed is still as wrong.
    ///
    /// A clock that is years away is of no use: the true difference between two clocks that anybody goes by is less.
    private mutating func noteServerTime<Value>(_ answer: Answered<Value>, to topic: Topic) {
        guard let serverTime = answer.serverTime else { return }
        let ahead = serverTime.timeIntervalSince(now.wall)
        let behind = ahead + (polling.track(topic).attempted?.seconds(until: now) ?? 0)
        let difference = ahead > 0 ? ahead : min(behind, 0)
        records.clocksDifferByYears = abs(difference) > Self.uselessDifference
        // The second that the header does not count may be nearly over.
        if records.clocksDifferByYears || (ahead <= skew && skew <= behind + 1) { return }
        if abs(difference) <= Self.tellingChange {
            skew = 0
        } else if abs(difference - skew) > Self.tellingChange {
            skew = difference.rounded()
        }
    }

    /// Seconds beyond which the server's clock says nothing about the age of anything.
    private static var uselessDifference: Double { 365 * 86_400 }

    /// Every page of the stack, since those below ask for what they show as well.
    private mutating func derive() {
        for index in stack.indices {
            var page = stack[index]
            page.derive(in: self)
            stack[index] = page
        }
    }

    private mutating func settle(keeping kept: Set<Topic>) {
        records.keep(kept)
        forgetRowsOutOfReach()
        if !stack.contains(where: { $0.runKey(in: self) == revealed && $0.kind == .configuration }) { revealed = nil }
        measureAge()
        status = currentStatus()
        showBytesOfWhatHasNoRows()
        var page = page
        page.settle(in: self)
        stack[stack.count - 1] = page
    }

    /// A list grows with every run that begins while it is asked for, perhaps for weeks; the page of jobs needs its head alone.
    private mutating func forgetRowsOutOfReach() {
        var reach: [String: Int] = [:]
        for page in stack {
            if case .runs(let list) = page {
                reach[list.job] = list.filter.isEmpty ? RunsListing.rowsInReach(of: list.cursor.index + size.rows) : .max
            } else if let job = page.runKey(in: self)?.job, reach[job] == nil {
                reach[job] = RunsListing.rowsInReach(of: 0)
            }
        }
        for job in records.listings.keys { records.listings[job]?.keep(first: reach[job] ?? RunsListing.headSize) }
    }

    private mutating func sayCopied(_ text: String, wasSent: Bool) {
        // What opens a signed address is not shown unasked, whether or not the terminal took it.
        let start = String(text.prefix(1_000))
        let shown = Wording.withoutSecrets(start)
        if wasSent {
            say("Sent to the terminal's clipboard: \(shown)", .good)
        } else if shown == start {
            say("This terminal takes no clipboard text; select it here: \(text)", .plain)
        } else {
            say("This terminal takes no clipboard text, and what opens an address stays hidden: \(shown)", .warning)
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

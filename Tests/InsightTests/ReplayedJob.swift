import FoundationEssentials
import Insight
import Intuned

/// What happens to one start of a simulated job.
struct ReplayedStart {
    /// Seconds of work.
    var work = 1800.0
    var items = 200
    var failedShare = 0.0
    var status = JobRunStatus.success
    /// Why it does not start at all; then nothing else counts.
    var blocked: RunReasonType?
    /// Whether the platform forgets to start it.
    var isSkipped = false
    /// Where its items stop, and for how many seconds; with a reason the run and its job are paused.
    var rest: (part: Double, seconds: Double, reason: RunReasonType?)?
    /// Whether a user ends it when its rest is over.
    var isStopped = false
}

/// A run of a simulated job, of which everything is known at every time.
struct ReplayedRun {
    let id: String
    let created: Date
    let start: ReplayedStart
    /// Seconds in the queue.
    let queue = 20.0

    var started: Date { created + queue }
    var ended: Date {
        if start.blocked != nil { return started }
        if start.isStopped, let rest = start.rest { return started + start.work * rest.part + rest.seconds }
        return started + start.work + (start.rest?.seconds ?? 0)
    }
    /// When its items rest.
    var rest: (from: Date, to: Date)? {
        start.rest.map { (started + start.work * $0.part, started + start.work * $0.part + $0.seconds) }
    }
    var isPausing: Bool { start.rest?.reason != nil }

    /// When so many items had ended.
    func time(of items: Int) -> Date {
        let part = Double(items) / Double(max(1, start.items))
        return started + start.work * part + (start.rest.map { part > $0.part ? $0.seconds : 0 } ?? 0)
    }

    /// The items that had ended at a time.
    func done(at time: Date) -> Int {
        var seconds = time.timeIntervalSince(started)
        if let rest { seconds -= max(0, min(time, rest.to).timeIntervalSince(rest.from)) }
        return max(0, min(start.items, Int(seconds / start.work * Double(start.items) + 1e-6)))
    }

    /// As the platform tells it at a time after it was created.
    func answer(at time: Date) -> JobRun {
        let isOver = time >= ended
        let isHeld = rest.map { isPausing && time >= $0.from && time < $0.to } ?? false
        let done = start.blocked == nil ? done(at: min(time, ended)) : 0
        let failed = Int(Double(done) * start.failedShare)
        var moved = [created, self.time(of: done)]
        if let rest, isPausing { moved += [rest.from, rest.to] }
        let finalStatus = start.blocked != nil ? .canceled : start.isStopped ? .terminated : start.status
        let reason = start.blocked ?? (isHeld ? start.rest?.reason : start.isStopped && isOver ? .terminated : nil)
        return JobRun(
            id: id, status: .known(isOver ? finalStatus : isHeld ? .paused : .pending), startTime: Timestamp(started),
            endTime: isOver ? Timestamp(ended) : nil, createdAt: Timestamp(created),
            updatedAt: Timestamp(isOver ? ended : moved.filter { $0 <= time }.max() ?? created), type: .known(.scheduled),
            payloads: start.items, successfulRuns: done - failed, failedRuns: failed,
            reason: reason.map { RunReason(type: .known($0)) })
    }
}

/// A job over thirty days, with what is true of it.
struct ReplayedJob {
    let name: String
    let schedule: Schedule
    /// Seconds by which the schedule puts starts off at random.
    let jitter: Double
    let dues: [Date]
    private(set) var runs: [ReplayedRun] = []
    /// Due times at which nothing started though something should have.
    private(set) var skipped: [Date] = []
    private let settled: [JobRun]

    static let begin = Date(timeIntervalSince1970: 1_789_948_800)
    static let days = 30

    /// Creates a job.
    ///
    /// - Parameter script: what happens at the start with that number.
    init(
        _ name: String, every seconds: Double, byCalendar hours: [Int] = [], jitter: Double = 0, seed: Int,
        script: (Int, inout TestDice) -> ReplayedStart
    ) {
        var dice = TestDice(seed)
        (self.name, self.jitter) = (name, jitter)
        let calendar = JSONValue.object([
            .init(name: "hour", value: .array(hours.map { .number("\($0)") })), .init(name: "minute", value: .number("0")),
        ])
        schedule = Schedule(
            jitter: .number("\(Int(jitter * 1000))"), intervals: hours.isEmpty ? [.number("\(Int(seconds * 1000))")] : [],
            calendars: hours.isEmpty ? [] : [calendar])
        let length = Double(Self.days) * 86_400
        let offsets =
            hours.isEmpty
            ? Array(stride(from: seconds / 2, to: length, by: seconds))
            : (0..<Self.days).flatMap { day in hours.map { Double(day * 86_400 + $0 * 3600) } }
        dues = offsets.map { Self.begin + $0 }
        for (number, due) in dues.enumerated() {
            var start = script(number, &dice)
            if let active = runs.last(where: { $0.start.blocked == nil }), active.ended > due {
                // A paused run pauses its job; another active one keeps the new one from starting.
                if let rest = active.rest, active.isPausing, rest.from <= due + jitter, due <= rest.to { continue }
                start = ReplayedStart(blocked: .anotherJobRunActive)
            }
            guard !start.isSkipped else {
                skipped.append(due)
                continue
            }
            let created = due + (jitter > 0 ? dice.number(0...jitter) : 0)
            runs.append(ReplayedRun(id: "\(name)-\(number)", created: created, start: start))
        }
        settled = runs.map { $0.answer(at: .distantFuture) }
    }

    /// The newest runs, newest first, as the platform lists them at a time.
    func listing(at time: Date) -> [JobRun] {
        let count = runs.partition { $0.created > time }
        return (max(0, count - 30)..<count).reversed().map { place in
            runs[place].ended <= time ? settled[place] : runs[place].answer(at: time)
        }
    }

    /// Whether the job is paused at a time.
    func isPaused(at time: Date) -> Bool {
        runs.contains { run in run.isPausing && run.rest.map { $0.from <= time && time < $0.to } ?? false }
    }

    /// The job as the platform lists it at a time.
    ///
    /// - Parameter lingers: seconds for which the next time stays at a start that was left out.
    func item(at time: Date, lingers: Double) -> JobListItem {
        let isPaused = isPaused(at: time)
        let stale = skipped.last { $0 <= time && time < $0 + lingers }
        let next = isPaused ? nil : stale ?? dues.first { $0 > time }
        return JobListItem(
            id: name, state: .known(isPaused ? .paused : .active), schedule: schedule, nextRunTime: next.map(Timestamp.init))
    }
}

extension Array {
    /// The place of the first element for which it is so, in a list in which all later ones follow suit.
    fileprivate func partition(_ isSo: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isSo(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

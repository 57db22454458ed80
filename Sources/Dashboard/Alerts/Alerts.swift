import Insight
import Intuned

/// Decides when jobtop calls somebody who is not at the keys: for new severe problems, once each.
package struct Alerts: Hashable, Sendable {
    /// Seconds after a key during which somebody counts as being there.
    static let presence = 60.0
    /// Seconds within which a problem that cleared may return without a call.
    static let memory = 600.0
    /// Seconds for which the first of several problems waits for the others.
    static let gathering = 3.0
    /// Seconds between two calls; problems that come meanwhile are told together.
    static let pause = 60.0

    /// A job of a profile.
    private struct JobKey: Hashable {
        var profile: ProfileID
        var job: String
    }

    /// What tells a severe verdict from others.
    private struct Sign: Hashable {
        var job: JobKey
        var name: String
    }

    /// The severe verdicts that hold now.
    private var present: Set<Sign> = []
    /// The uptime at which a verdict stopped to hold.
    private var cleared: [Sign: Double] = [:]
    /// The verdicts to call for, each with the uptime of its discovery.
    private var waiting: [Sign: Double] = [:]
    /// The jobs that were judged at least once; what the first judgement finds is not told.
    private var judged: Set<JobKey> = []
    private var lastCall: Double?
    /// The uptime of the latest sign of a person; nil if there was none or the person left.
    private var lastPresence: Double?
    private var title: String?

    /// Creates alerts that know of nothing.
    package init() {}

    /// Notes what a message says about a person at the terminal.
    mutating func notePresence(_ message: Message, at now: Moment) {
        switch message {
        case .keyPressed, .pasted, .mouseUsed, .continued, .focusChanged(true): lastPresence = now.uptime
        case .focusChanged(false): lastPresence = nil
        case .resized, .timePassed, .jobsLoaded, .runsLoaded, .runLoaded, .fetchProgressed, .linkRenewed, .fetchEnded, .read,
            .saved, .copied, .mouseSwitched, .actionAnswered, .actionNotRecorded:
            break
        }
    }

    /// Takes the current problems and finds the new ones.
    mutating func observe(_ profiles: [ProfileState], at now: Moment) {
        let unsolved = Set(profiles.flatMap { profile in profile.judgements.problems.flatMap { Self.signs(of: $0, profile.id) } })
        let known = Set(
            profiles.flatMap { profile in profile.judgements.acknowledged.flatMap { Self.signs(of: $0, profile.id) } })
        for sign in unsolved.subtracting(present) where isNews(sign, at: now) { waiting[sign] = now.uptime }
        for sign in present.subtracting(unsolved).subtracting(known) { cleared[sign] = now.uptime }
        present = unsolved.union(known)
        cleared = cleared.filter { !present.contains($0.key) && now.uptime - $0.value <= Self.memory }
        waiting = waiting.filter { unsolved.contains($0.key) }
        noteJudged(profiles)
    }

    /// Returns the orders for the terminal: a changed title, and a call if one is due.
    mutating func orders(_ profiles: [ProfileState], at now: Moment) -> [TerminalEffect] {
        var orders: [TerminalEffect] = []
        let text = Wording.terminalTitle(problems: profiles.reduce(0) { $0 + $1.judgements.problems.count })
        // A title without problems only takes back one that named some.
        if text != title, title != nil || text != Wording.terminalTitle(problems: 0) {
            title = text
            orders.append(.title(text))
        }
        if isSomebodyThere(at: now) { waiting = [:] }
        guard let first = waiting.values.min(), now.uptime - first >= Self.gathering else { return orders }
        if let lastCall, now.uptime - lastCall < Self.pause { return orders }
        let problems = profiles.flatMap { profile in
            profile.judgements.problems.filter { problem in Self.signs(of: problem, profile.id).contains { waiting[$0] != nil } }
        }
        waiting = [:]
        guard !problems.isEmpty else { return orders }
        lastCall = now.uptime
        return orders + [.alert(title: Wording.terminalTitle(problems: 0), text: Wording.alert(problems))]
    }

    private func isSomebodyThere(at now: Moment) -> Bool { lastPresence.map { now.uptime - $0 < Self.presence } ?? false }

    private func isNews(_ sign: Sign, at now: Moment) -> Bool {
        guard judged.contains(sign.job) else { return false }
        return cleared[sign].map { now.uptime - $0 > Self.memory } ?? true
    }

    private mutating func noteJudged(_ profiles: [ProfileState]) {
        for profile in profiles {
            guard let jobs = profile.records.jobs?.jobs else { continue }
            let listed = Set(jobs.map { JobKey(profile: profile.id, job: $0.id) })
            judged = judged.filter { $0.profile != profile.id || listed.contains($0) }
            judged.formUnion(listed.filter { profile.records.listings[$0.job] != nil })
        }
    }

    private static func signs(of problem: Problem, _ profile: ProfileID) -> [Sign] {
        problem.verdicts.filter { $0.severity == .severe }.map { verdict in
            // A failing job whose configuration turns out to have changed is the same trouble.
            if case .failingSinceChange(let runs, _) = verdict.kind {
                return Sign(
                    job: JobKey(profile: profile, job: verdict.job), name: Verdict.Kind.failed(inARow: runs, share: nil).name)
            }
            return Sign(job: JobKey(profile: profile, job: verdict.job), name: verdict.kind.name)
        }
    }
}

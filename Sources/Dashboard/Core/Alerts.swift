import Insight
import TextScreen

/// Decides when a user who looks elsewhere is told of new severe problems.
///
/// What was so when a job was first judged is not told, nor what is acknowledged; a problem that clears and returns within ten minutes
/// is the same one. Nobody is told who is at the keys: whatever comes then counts as seen.
struct Alerts: Hashable, Sendable {
    /// Seconds after a key in which the user counts as present.
    private static let presence = 60.0
    /// Seconds after which a problem that has cleared counts as new when it returns.
    private static let memory = 600.0

    /// The severe verdicts that are known, each with the time since when it is gone; nil while it lasts.
    private var known: [Verdict.Identity: Moment?] = [:]
    private var judged: Set<String> = []
    private var title: String?

    /// Takes in what is wrong now.
    ///
    /// - Parameter lastKey: when the last key was pressed; nil before the first.
    /// - Returns: what to tell; nil when nothing has changed that the user does not know.
    mutating func follow(_ judgements: Judgements, project: String, lastKey: Moment?, at now: Moment) -> Announcement? {
        let severe = judgements.problems.filter { $0.severity == .severe }
        let new = severe.filter { $0.verdicts.contains { isNew($0) } }
        note(severe, judgements, at: now)
        let text = Wording.windowTitle(problems: judgements.problems.count, project: project)
        let isPresent = lastKey.map { $0.seconds(until: now) < Self.presence } ?? false
        let isTold = !new.isEmpty && !isPresent
        // Before anything is known the title stays what it was.
        guard !judged.isEmpty, isTold || text != title else { return nil }
        title = text
        return Announcement(title: text, text: isTold ? Wording.newProblems(new) : nil)
    }

    private func isNew(_ verdict: Verdict) -> Bool {
        verdict.severity == .severe && judged.contains(verdict.job) && known[verdict.identity] == nil
    }

    private mutating func note(_ severe: [Problem], _ judgements: Judgements, at now: Moment) {
        let present = Set(severe.flatMap(\.verdicts).map(\.identity)).union(
            judgements.acknowledged.flatMap(\.verdicts).map(\.identity))
        for identity in present { known[identity] = .some(nil) }
        for (identity, gone) in known where !present.contains(identity) {
            if let gone {
                if gone.seconds(until: now) > Self.memory { known[identity] = nil }
            } else {
                known[identity] = .some(now)
            }
        }
        judged = judgements.judged
    }
}

extension State {
    /// Tells of new problems, unless the user has switched that off.
    mutating func alert() -> [Effect] {
        guard !settings.isQuiet else { return [] }
        let said = alerts.follow(judgements, project: profile.settings.project, lastKey: lastKey, at: now)
        return said.map { [.terminal(.announce($0))] } ?? []
    }
}

import FoundationEssentials
import Intuned

/// Watches what the platform shows of confirmed actions.
extension State {
    /// Seconds between two looks at an effect, before the limits of the budget.
    private static let lookInterval = 2.0
    /// The watched actions that may use the reserve of the budget.
    private static let mostUrgent = 4

    /// Ends a watched action once the platform shows its effect, or is known not to.
    mutating func settle(_ deed: ActionDeed) -> [Effect] {
        guard let sent = deed.sent, let answered = deed.answered else { return [] }
        switch deed.phase {
        case .accepted(let answer):
            if isShown(deed, answer) { return end(deed.id, .shown(after: sent.seconds(until: now), newRun: answer.newRun)) }
            let waited = sent.seconds(until: now)
            return waited > ActionDeed.patience ? end(deed.id, .notShown(for: waited, newRun: answer.newRun)) : []
        case .sought(let error):
            let evidence = evidence(deed)
            let hasLookedLong = deed.looked.map { answered.seconds(until: $0) >= ActionDeed.lookingTime } ?? false
            let isTooLate = answered.seconds(until: now) > ActionDeed.patience
            return evidence.isConclusive || hasLookedLong || isTooLate ? end(deed.id, .lost(error, evidence)) : []
        case .waiting, .sending, .ended: return []
        }
    }

    private func isShown(_ deed: ActionDeed, _ answer: ActionAnswer) -> Bool {
        guard deed.looked != nil else { return false }
        guard deed.action.kind == .trigger else { return deed.action.kind.isDone(seeing: sighting(of: deed)) }
        let listing = profile(deed.action.target.profile)?.records.listings[deed.action.target.job]
        return answer.newRun.map { listing?.run($0) != nil } ?? true
    }

    /// The status of an action's target in the answers since it was sent.
    private func sighting(of deed: ActionDeed) -> Sighting {
        guard deed.looked != nil else { return .unknown }
        if deed.isGone { return .gone }
        return sighting(of: deed.action.target, in: deed.action.topicOfEffect) ?? .unknown
    }

    /// What the platform shows of an action whose answer was lost.
    func evidence(_ deed: ActionDeed) -> ActionEvidence {
        guard deed.looked != nil, let sent = deed.sent else { return .unseen }
        guard deed.action.kind == .trigger else { return ActionEvidence(deed.action.kind, seeing: sighting(of: deed)) }
        let profile = profile(deed.action.target.profile)
        let runs = profile?.records.listings[deed.action.target.job]?.runs.prefix(RunsListing.pageSize) ?? []
        let time = wall(of: sent).addingTimeInterval(profile?.skew ?? 0)
        return ActionEvidence(in: Array(runs), known: deed.known, sent: time)
    }

    /// What the open question and the watched actions need, also while the user has paused polling.
    var wantsOfActions: [Want] {
        var wants: [Want] = []
        if let dialog = actions.dialog, !dialog.isSent {
            let topics = Set(dialog.rows.flatMap(\.topics))
            let every = polling.interval * Double(max(1, topics.count / 4))
            wants += topics.sorted { $0.path.joined() < $1.path.joined() }.map { Want($0, every: every, isFocus: true) }
        }
        let watched = actions.deeds.filter { $0.isWatched && $0.action.target.profile == profile.id }
        for (place, deed) in watched.enumerated() {
            let isUrgent = place < Self.mostUrgent
            wants.append(Want(deed.action.topicOfEffect, every: Self.lookInterval * (isUrgent ? 1 : 10), isFocus: isUrgent))
        }
        return wants.map { want in
            var want = want
            want.isOwed = true
            return want
        }
    }
}

extension Want {
    fileprivate init(_ topic: Topic, every: Double?, isFocus: Bool) {
        self.init(topic, every: every)
        self.isFocus = isFocus
    }
}

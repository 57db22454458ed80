import Intuned

/// What the keys of actions are about on the page, and whether they make sense there.
extension State {
    /// The most runs that are asked for one by one before an action; the head of a list answers for more.
    private static let mostSingleRuns = 3

    /// The targets of a key: the marked ones of the page, or else the selected one.
    func targets(of wish: ActionWish) -> [ActionTarget] {
        switch wish {
        case .terminate: (marked.isEmpty ? [page.content.runKey(in: self)].compactMap { $0 } : marked).map(target)
        case .trigger, .pause, .resume, .togglePause:
            (markedJobs.isEmpty ? [page.content.job(in: self)].compactMap { $0 } : markedJobs).map(target)
        }
    }

    /// A run with its last known status.
    func target(_ key: RunKey) -> ActionTarget {
        let answered = records.details[key] == nil ? records.known(.run(key)) : polling.track(.run(key)).answered
        return ActionTarget(
            profile: key.profile, project: profile.settings.project, job: key.job, run: key.run,
            seen: records.run(key).map { Sighting(of: $0) } ?? .unknown, seenAt: answered)
    }

    /// A job with its last known state.
    func target(_ job: String) -> ActionTarget {
        ActionTarget(
            profile: profile.id, project: profile.settings.project, job: job,
            seen: records.job(job).map { Sighting(of: $0) } ?? .unknown, seenAt: polling.track(.jobs).answered)
    }

    /// Why a question would make no sense; nil if it does, or if only the question can find out.
    func obstacle(to wish: ActionWish, _ targets: [ActionTarget]) -> ActionObstacle? {
        if isReadOnly { return .readOnly }
        guard !targets.isEmpty else { return .noTarget(wish.kind) }
        let obstacles = targets.map { obstacle(to: wish, $0) }
        if obstacles.allSatisfy({ $0 != nil }) { return obstacles.first ?? .noTarget(wish.kind) }
        let many = targets.count { if case .over? = obstacle(to: wish, $0) { false } else { true } }
        return many > ActionDialog.mostTargets ? .tooMany(many) : nil
    }

    private func obstacle(to wish: ActionWish, _ target: ActionTarget) -> ActionObstacle? {
        if let deed = deed(on: target), deed.isUnsent { return .isAsked }
        guard let kind = wish.kind, target.seen != .unknown, target.seen != .gone else { return nil }
        return kind.obstacle(seeing: target.seen)
    }

    /// The newest action on a target itself.
    func deed(on target: ActionTarget) -> ActionDeed? {
        target.key.map { actions.deed(onRun: $0) } ?? actions.deed(onJob: target.job, of: target.profile)
    }

    /// The topics that show the status of each target.
    func topics(of wish: ActionWish, _ targets: [ActionTarget]) -> [Set<Topic>] {
        let isLong = targets.count > Self.mostSingleRuns
        return targets.map { target in
            guard wish == .terminate, let key = target.key else {
                return wish == .trigger ? [.jobs, .newestRuns(job: target.job)] : [.jobs]
            }
            // A run that is over stays over.
            if case .run(_, isActive: false) = target.seen { return [] }
            let head = records.listings[key.job]?.runs.prefix(RunsListing.headSize) ?? []
            return isLong && head.contains { $0.id == key.run } ? [.newestRuns(job: key.job)] : [.run(key)]
        }
    }

    /// The status of a target as the answer for a topic shows it; nil if the topic says nothing about it.
    func sighting(of target: ActionTarget, in topic: Topic) -> Sighting? {
        guard let records = profile(target.profile)?.records else { return nil }
        switch topic {
        case .jobs:
            return target.run == nil ? records.job(target.job).map { Sighting(of: $0) } ?? .gone : nil
        case .run(let key): return target.key == key ? records.details[key].map { Sighting(of: $0.jobRun) } : nil
        case .newestRuns(let job):
            guard let run = target.run, job == target.job else { return nil }
            return records.listings[job]?.run(run).map { Sighting(of: $0) }
        case .runs, .farRuns: return nil
        }
    }
}

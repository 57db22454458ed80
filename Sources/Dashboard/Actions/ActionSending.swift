import Intuned

/// Sends confirmed actions one after another, each once.
extension State {
    /// Settles the actions that the platform's answers are about, and sends the next one.
    mutating func followActions() -> [Effect] {
        guard !actions.deeds.isEmpty else { return [] }
        var effects: [Effect] = []
        for deed in actions.deeds where deed.isWatched { effects += settle(deed) }
        effects += sendNext()
        let named = Set((actions.dialog?.rows ?? []).compactMap(\.deed))
        let now = now
        actions.deeds.removeAll { !$0.isShown(at: now) && !named.contains($0.id) }
        return effects
    }

    private mutating func sendNext() -> [Effect] {
        guard !actions.deeds.contains(where: { $0.phase == .sending }),
            let next = actions.deeds.first(where: { $0.phase == .waiting }),
            profile(next.action.target.profile)?.polling.allowsAction(next.action.path, at: now) == true
        else { return [] }
        let (now, target) = (now, next.action.target)
        let runs = profile(target.profile)?.records.listings[target.job]?.runs ?? []
        let known = Set(runs.prefix(RunsListing.pageSize).map(\.id))
        actions.change(next.id) { deed in
            (deed.phase, deed.sent, deed.known) = (.sending, now, known)
        }
        changeProfile(target.profile) { $0.polling.beginAction(next.action.path, at: now) }
        return [.act(.send(next.id, next.action))]
    }

    /// Takes the answer to an action.
    mutating func take(_ result: Result<Answered<ActionAnswer>, IntunedError>, toAction id: Int) -> [Effect] {
        guard let deed = actions.deed(id), deed.phase == .sending else { return [] }
        let (now, target) = (now, deed.action.target)
        actions.change(id) { $0.answered = now }
        changeProfile(target.profile) { $0.polling.endAction() }
        switch result {
        case .success(let answer):
            actions.change(id) { $0.phase = .accepted(answer.value) }
            watch(deed.action)
            tell(id) { Wording.accepted($0) }
            return [record(id)].compactMap { $0 }
        case .failure(let error):
            return take(error, toAction: deed)
        }
    }

    private mutating func take(_ error: IntunedError, toAction deed: ActionDeed) -> [Effect] {
        var effects: [Effect] = []
        switch error.fateOfAction {
        case .notSent: effects += end(deed.id, .notSent(error))
        case .refused: effects += end(deed.id, .refused(error))
        case .unclear:
            actions.change(deed.id) { $0.phase = .sought(error) }
            watch(deed.action)
        }
        guard error.concernsEverything else { return effects }
        // Every other action would meet the same error.
        for other in actions.deeds where other.phase == .waiting && other.action.target.profile == deed.action.target.profile {
            effects += end(other.id, .notSent(nil))
        }
        return effects
    }

    private mutating func watch(_ action: Action) {
        changeProfile(action.target.profile) { $0.polling.force([action.topicOfEffect]) }
    }

    /// Notes how an action ended, and says so.
    mutating func end(_ id: Int, _ outcome: ActionOutcome) -> [Effect] {
        let now = now
        actions.change(id) { deed in
            (deed.phase, deed.ended) = (.ended(outcome), now)
        }
        let state = self
        tell(id) { Wording.ended($0, in: state) }
        return [record(id)].compactMap { $0 }
    }

    /// Says a sentence about an action; of several, says one about all of them when each was answered.
    private mutating func tell(_ id: Int, _ sentence: (ActionDeed) -> String) {
        guard let deed = actions.deed(id) else { return }
        guard let batch = deed.batch else { return say(sentence(deed), deed.tone) }
        let others = actions.deeds.filter { $0.batch == batch }
        guard actions.dialog?.isSent != true, !others.contains(where: \.isUnsent) else { return }
        say(Wording.summary(others), others.contains { $0.tone == .bad } ? .bad : .good)
    }

    /// The line of an action for the file of actions, once.
    private mutating func record(_ id: Int) -> Effect? {
        guard let deed = actions.deed(id), !deed.isRecorded else { return nil }
        actions.change(id) { $0.isRecorded = true }
        return .act(.record(ActionRecord(deed, host: hostOfActions)))
    }

    private var hostOfActions: String { profile.settings.host }

    /// The lines of the actions whose end nobody will see, because jobtop quits, and the ids that are not kept yet.
    package var departing: [Effect] {
        actions.deeds.filter { !$0.isRecorded }.map { .act(.record(ActionRecord($0, host: hostOfActions))) } + lastSeenOrders
    }

    /// Says once that the file of actions cannot be written.
    mutating func sayNotRecorded(_ sentence: String) {
        guard !actions.hasSaidFailure else { return }
        actions.hasSaidFailure = true
        say(sentence, .warning)
    }
}

extension ActionDeed {
    /// The tone of what is said about it.
    var tone: Notice.Tone {
        switch phase {
        case .waiting, .sending: .plain
        case .accepted: .good
        case .sought: .warning
        case .ended(.shown): .good
        case .ended(.notShown), .ended(.lost): .warning
        case .ended(.refused), .ended(.notSent): .bad
        }
    }
}

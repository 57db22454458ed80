import FoundationEssentials
import Intuned
import TextScreen

extension State {
    /// The lines above the footer, most urgent first: typed input, the notice, a problem, a fetch.
    func currentStatus() -> [[Span]] {
        if isTypingFilter { return typedLines }
        if let notice { return lines(notice.text, notice.tone.role) }
        if let trouble { return lines(trouble, .warning) }
        if let action = actionLine { return lines(action.text, action.role) }
        if let export = reading?.export { return lines(Wording.progress(export), .active) }
        if let loading = loadingLine { return lines(loading, .active) }
        return fetchLine.map { [[Span($0, .active)]] } ?? []
    }

    /// The current problem and the age of the data shown meanwhile.
    private var trouble: String? {
        guard let age = ageOfWhole, case .failing(let error, let since) = age.freshness else { return nil }
        let held = polling.isPaused ? Wording.pollingIsPaused : ""
        let sentence = Wording.sentence(error, host: profile.settings.host) + pause(after: error, age) + held
        guard let answered = age.answered, let seconds = age.age else {
            return Wording.outage(sentence, silentFor: since.seconds(until: now))
        }
        let time = Wording.timeOfDay(wall(of: answered), now: now.wall, settings.offsets)
        return Wording.outage(sentence, dataFrom: time, age: seconds)
    }

    /// The end of a wait that the platform asked for; the wait may be long, and the user may decide to retry now.
    private func pause(after error: IntunedError, _ age: DataAge) -> String {
        guard case .rateLimited = error, let next = age.next, next > 0 else { return "" }
        let time = Wording.timeOfDay(now.wall.addingTimeInterval(next), now: now.wall, settings.offsets)
        return Wording.retry(at: time)
    }

    /// The newest action that is not over, or whose end is trouble.
    private var actionLine: Span? {
        guard let deed = actions.deeds.last(where: \.isOpen) ?? actions.deeds.last(where: { $0.isShown(at: now) }) else {
            return nil
        }
        let open = actions.deeds.count(where: \.isOpen)
        return Span(Wording.progress(deed, more: max(0, open - 1), in: self), deed.tone.role)
    }

    private var fetchLine: String? {
        let underWay = fetches.filter(\.value.isUnderWay)
        let first = underWay.keys.min { ($0 == queue.current ? "" : $0.run) < ($1 == queue.current ? "" : $1.run) }
        guard let first, let fetch = underWay[first] else { return nil }
        return Wording.fetching(shortID(of: first), Wording.progress(fetch, at: now), more: underWay.count - 1)
    }

    private func lines(_ text: String, _ role: Role) -> [[Span]] {
        let most = max(1, min(4, size.rows / 5))
        return ScreenText.wrapped(text, columns: max(1, size.columns - 2), charset: settings.charset, maximumLines: most)
            .map { [Span($0, role)] }
    }
}

extension Notice.Tone {
    var role: Role {
        switch self {
        case .plain: .strong
        case .good: .good
        case .warning: .warning
        case .bad: .bad
        }
    }
}

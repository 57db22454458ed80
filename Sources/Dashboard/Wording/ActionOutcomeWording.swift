package import FoundationEssentials
package import Intuned
package import ResultsFile
import TextScreen

/// What came of actions, in words.
extension Wording {
    /// An action with its target: `Terminate 6a01f3c2`.
    static func name(_ action: Action, in state: State) -> String {
        "\(verb(action.kind)) \(action.target.key.map { state.shortID(of: $0) } ?? action.target.job)"
    }

    /// The platform accepted an action.
    static func accepted(_ deed: ActionDeed) -> String {
        switch deed.action.kind {
        case .trigger: "The platform accepted the trigger of \(deed.action.target.job)."
        case .terminate: "The platform accepted to terminate the run."
        case .pause: "The platform accepted to pause \(deed.action.target.job)."
        case .resume: "The platform accepted to resume \(deed.action.target.job)."
        }
    }

    /// How far an action is, for the line above the keys.
    static func progress(_ deed: ActionDeed, more: Int, in state: State) -> String {
        let others = more > 0 ? " (and \(number(more)) more)" : ""
        let name = name(deed.action, in: state)
        let age = deed.sent.map { duration($0.seconds(until: state.now)) } ?? "0s"
        switch deed.phase {
        case .waiting: return "\(name): waits for its turn\(others)."
        case .sending: return "\(name): sent \(age) ago\(others)."
        case .accepted: return "\(name): asked \(age) ago, not shown by the platform yet\(others)."
        case .sought(let error):
            return lost(name, age, error, state.evidence(deed), deed, in: state, isOver: false) + others
        case .ended: return ended(deed, in: state)
        }
    }

    /// The same for the row of its target; nil once it is over without trouble.
    static func inRow(_ deed: ActionDeed, _ state: State) -> Span? {
        guard deed.isShown(at: state.now) else { return nil }
        let word = deed.action.kind.rawValue
        let age = Self.age(deed.sent?.seconds(until: state.now) ?? 0)
        let text =
            switch deed.phase {
            case .waiting: "\(word) waits"
            case .sending, .accepted: "\(word) asked \(age) ago"
            case .sought: "\(word) sent \(age) ago, no answer"
            case .ended(.lost): "\(word) sent \(age) ago, answer lost"
            case .ended(.notSent): "\(word) not sent"
            case .ended(.refused): "\(word) refused"
            case .ended(.notShown): "\(word) asked \(age) ago, not shown"
            case .ended(.shown): word
            }
        return Span(text, deed.phase == .sending ? .active : deed.tone == .good ? .active : deed.tone.role)
    }

    /// What came of one of several actions, in a few words.
    static func outcome(_ deed: ActionDeed, _ state: State) -> Span {
        let host = state.profile.settings.host
        switch deed.phase {
        case .ended(.shown(let after, _)): return Span("done after \(duration(after))", .good)
        case .ended(.refused(let error)): return Span("refused: \(error.complaint?.message ?? sentence(error, host: host))", .bad)
        case .ended(.notSent(let error)): return Span("not sent\(error.map { ": \(headline($0))" } ?? "")", .bad)
        case .waiting, .sending, .accepted, .sought, .ended: return inRow(deed, state) ?? Span("")
        }
    }

    /// How an action ended.
    static func ended(_ deed: ActionDeed, in state: State) -> String {
        guard case .ended(let outcome) = deed.phase else { return "" }
        let name = name(deed.action, in: state)
        let host = state.profile.settings.host
        switch outcome {
        case .shown(let after, let newRun): return shown(deed, newRun, after: duration(after), in: state)
        case .notShown(let seconds, _):
            return "\(name): the platform accepted it \(duration(seconds)) ago but does not show it. Look at its web page (o)."
        case .refused(let error): return "\(name): refused. \(sentence(error, host: host))"
        case .notSent(let error?): return "\(name): nothing was sent. \(sentence(error, host: host))"
        case .notSent(nil): return "\(name): nothing was sent, because an earlier action failed."
        case .lost(let error, let evidence):
            let age = deed.sent.map { duration($0.seconds(until: state.now)) } ?? "0s"
            return lost(name, age, error, evidence, deed, in: state, isOver: true)
        }
    }

    private static func shown(_ deed: ActionDeed, _ newRun: String?, after: String, in state: State) -> String {
        let target = deed.action.target
        switch deed.action.kind {
        case .trigger:
            let key = newRun.map { RunKey(profile: target.profile, job: target.job, run: $0) }
            return "Run \(key.map { state.shortID(of: $0) } ?? "") of \(target.job) is there, \(after) after the trigger."
        case .terminate:
            let run = target.key.map { state.shortID(of: $0) } ?? ""
            let word = target.key.flatMap { state.records.run($0) }.map { " (\($0.status.raw))" } ?? ""
            return "Run \(run) is over\(word), \(after) after it was asked."
        case .pause: return "Job \(target.job) is paused, \(after) after it was asked."
        case .resume: return "Job \(target.job) is active, \(after) after it was asked."
        }
    }

    private static func lost(
        _ name: String, _ age: String, _ error: IntunedError, _ evidence: ActionEvidence, _ deed: ActionDeed, in state: State,
        isOver: Bool
    ) -> String {
        let target = deed.action.target
        let word = target.key.map { state.records.run($0)?.status.raw } ?? state.records.job(target.job)?.state.raw
        let fact = "\(name): sent \(age) ago, \(noAnswer(error)) (\(headline(error)))."
        if !isOver, evidence == .nothing { return "\(fact) jobtop looks for its effect." }
        if !isOver, evidence == .unseen { return "\(fact) The platform has not answered since. jobtop looks." }
        return "\(fact) \(found(evidence, deed.action.kind, status: word, now: state.serverNow))"
    }

    /// That the answer says nothing about the action.
    package static func noAnswer(_ error: IntunedError) -> String {
        if case .notReachable = error { "no answer" } else { "no usable answer" }
    }

    /// What the platform shows after an action whose answer was lost, as a sentence.
    ///
    /// - Parameters:
    ///   - status: the status of the target in the latest answer.
    ///   - now: the time by the platform's clock.
    package static func found(_ evidence: ActionEvidence, _ kind: Action.Kind, status: String?, now: Date) -> String {
        switch evidence {
        case .unseen: "The platform has not answered since. Look before you ask again."
        case .nothing where kind == .trigger: "No run has started since: the platform probably did not get it."
        case .nothing:
            "The \(kind == .terminate ? "run" : "job") is still \(status ?? "active"): the platform probably did not get it."
        case .status(let word): "It is \(word.isEmpty ? "gone" : word) now: probably your action."
        case .runs(let runs): found(runs, now: now)
        }
    }

    private static func found(_ runs: [ActionEvidence.StartedRun], now: Date) -> String {
        let own = runs.filter(\.mayBeOwn)
        guard let run = own.last else { return "The schedule started a run since: probably not yours." }
        let age = run.start.map { " \(duration(now.timeIntervalSince($0))) ago" } ?? ""
        let how = run.type == .known(.manual) ? " by hand" : ""
        guard own.count == 1 else { return "\(number(own.count)) runs started since\(how): one is probably yours." }
        return "A run started\(age)\(how): probably yours."
    }

    /// What came of several actions.
    static func summary(_ deeds: [ActionDeed]) -> String {
        let verb = deeds.first.map { Self.verb($0.action.kind) } ?? ""
        let counts = [
            ("accepted", deeds.count(where: \.isAccepted)), ("refused", deeds.count(where: \.isRefused)),
            ("not sent", deeds.count(where: \.isNotSent)), ("without answer", deeds.count(where: \.isLost)),
        ]
        return "\(verb): " + counts.filter { $0.1 > 0 }.map { "\(number($0.1)) \($0.0)" }.joined(separator: ", ") + "."
    }

    /// The file of actions cannot be written.
    package static func notRecorded(_ failure: FileFailure?) -> String {
        let reason = failure.map(sentence) ?? "HOME and XDG_STATE_HOME are not set."
        return "\(reason) Actions work, but are not recorded."
    }
}

extension ActionDeed {
    fileprivate var isAccepted: Bool {
        switch phase {
        case .accepted, .ended(.shown), .ended(.notShown): true
        case .waiting, .sending, .sought, .ended: false
        }
    }

    fileprivate var isRefused: Bool { if case .ended(.refused) = phase { true } else { false } }
    fileprivate var isNotSent: Bool { if case .ended(.notSent) = phase { true } else { false } }
    fileprivate var isLost: Bool {
        switch phase {
        case .sought, .ended(.lost): true
        case .waiting, .sending, .accepted, .ended: false
        }
    }
}

import Dashboard
import FoundationEssentials
import Intuned
import ResultsFile
import Runtime

/// Sends an action, once, records it, and looks for its effect if the answer is lost.
struct ActionAttempt {
    /// Seconds between two looks.
    private static let pause = 3.0

    private let action: Action
    private let view: ActionView
    private let platform: CommandPlatform
    private let surroundings: CommandSurroundings
    private let clock: CommandClock

    init(
        _ kind: Action.Kind, _ view: ActionView, _ platform: CommandPlatform, _ surroundings: CommandSurroundings,
        clock: CommandClock = .machine
    ) {
        action = Action(kind, view.target)
        (self.view, self.platform, self.surroundings, self.clock) = (view, platform, surroundings, clock)
    }

    /// Sends it and says what came of it.
    ///
    /// - Parameter look: asks the platform for the target again; nil if there was no answer.
    func run(look: () async -> ActionView?) async throws(CommandFailure) -> ActedRecord {
        let sent = clock.now()
        do throws(IntunedError) {
            let answer = try await platform.client.send(action)
            record(.shown(after: 0, newRun: answer.newRun), since: sent)
            return ActedRecord(action.kind, view, outcome: .accepted, newRun: answer.newRun, message: answer.message)
        } catch {
            throw await failure(error, sent, look)
        }
    }

    private func failure(_ error: IntunedError, _ sent: Moment, _ look: () async -> ActionView?) async -> CommandFailure {
        let host = platform.client.host
        switch error.fateOfAction {
        case .notSent:
            record(.notSent(error), since: sent)
            return .notSent(CommandWording.notSent(error, host: host))
        case .refused:
            record(.refused(error), since: sent)
            if case .refused = error { return .refused(Wording.sentence(error, host: host)) }
            return .platform(error, host: host, tried: 0)
        case .unclear:
            surroundings.tellWatcher(CommandWording.looking(error, host: host))
            let (evidence, latest) = await evidence(since: sent, look)
            record(.lost(error, evidence), since: sent)
            if Task.isCancelled { return .interrupted }
            let served = latest.map { $0.known.date.addingTimeInterval($0.known.age()) } ?? clock.now().wall
            let found = Wording.found(evidence, action.kind, status: latest?.sighting.word, now: served)
            return .lost(CommandWording.lost(action, error, sent.seconds(until: clock.now()), found, host: host))
        }
    }

    /// Looks until the platform shows the effect, or for as long as the dashboard does.
    private func evidence(
        since sent: Moment, _ look: () async -> ActionView?
    ) async -> (evidence: ActionEvidence, latest: ActionView?) {
        let ended = clock.now()
        let known = Set(view.runs.map(\.id))
        // The time of the request by the platform's clock.
        let served = view.known.date.addingTimeInterval(view.known.arrived.seconds(until: sent))
        var (evidence, latest) = (ActionEvidence.unseen, ActionView?.none)
        while !Task.isCancelled {
            let asked = clock.now()
            if let new = await look() {
                latest = new
                evidence =
                    action.kind == .trigger
                    ? ActionEvidence(in: new.runs, known: known, sent: served)
                    : ActionEvidence(action.kind, seeing: new.sighting)
            }
            if evidence.isConclusive || ended.seconds(until: asked) >= ActionDeed.lookingTime { break }
            await clock.wait(Self.pause)
        }
        return (evidence, latest)
    }

    /// Writes the line of the action; an interrupted one has no outcome.
    private func record(_ outcome: ActionOutcome, since sent: Moment) {
        let seconds = sent.seconds(until: clock.now())
        var record = ActionRecord(action, at: sent.wall, source: .command, host: platform.client.host, seconds: seconds)
        if !Task.isCancelled || outcome.isAccepted { record.note(outcome) }
        guard let path = ActionLog.path(environment: surroundings.environment) else {
            return surroundings.note(Wording.notRecorded(nil))
        }
        do throws(FileFailure) {
            try ActionLog(path: path).add(record)
        } catch {
            surroundings.note(Wording.notRecorded(error))
        }
    }
}

extension ActionOutcome {
    fileprivate var isAccepted: Bool { if case .shown = self { true } else { false } }
}

extension PatientClient {
    /// Sends an action, once.
    fileprivate func send(_ action: Action) async throws(IntunedError) -> ActionAnswer {
        let job = action.target.job
        switch action.kind {
        case .trigger:
            let answer = try await send(Endpoints.trigger(job: job)).value
            return ActionAnswer(newRun: answer.jobRunID, message: answer.message)
        case .terminate:
            return ActionAnswer(
                message: try await send(Endpoints.terminate(job: job, run: action.target.run ?? "")).value.message)
        case .pause: return ActionAnswer(message: try await send(Endpoints.pause(job: job)).value.message)
        case .resume: return ActionAnswer(message: try await send(Endpoints.resume(job: job)).value.message)
        }
    }
}

import ArgumentParser
import Dashboard
import Intuned

/// A command that asks the platform to do something to a job or a run, once.
protocol ActionCommand: PlatformCommand {
    /// How it is confirmed.
    var action: ActionOptions { get }
    /// The job.
    var job: String { get }
    /// What the platform is asked to do.
    var kind: Action.Kind { get }

    /// Finds the target with its present status.
    func find(_ platform: CommandPlatform) async throws(CommandFailure) -> ActionView

    /// Tells what came of it.
    func tell(
        _ acted: ActedRecord, on platform: CommandPlatform, in surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus
}

extension ActionCommand {
    func check(_ output: OutputSettings) throws(CommandFailure) {
        try output.refuseFilter()
        _ = try ActedRecord.kind.chosen(output)
    }

    func perform(
        on platform: CommandPlatform, in surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus {
        guard !ReadOnlySetting(isGiven: action.readOnly, surroundings.environment).isOn else {
            throw .usage(CommandWording.readOnly)
        }
        let found = try await find(platform)
        if let unneeded = try Self.obstacle(kind, found) {
            surroundings.note(Wording.cannot(kind.wish, unneeded))
            let acted = ActedRecord(kind, found, outcome: .unneeded)
            platform.keepSeen(acted.seen, in: surroundings)
            return try await tell(acted, on: platform, in: surroundings)
        }
        let (kind, view) = (kind, action.yes ? found : try await confirmed(found, on: platform))
        let acted = try await ActionAttempt(kind, view, platform, surroundings).run { () async -> ActionView? in
            do throws(CommandFailure) { return try await view.again(kind, platform) } catch { return nil }
        }
        // Telling may take hours: a trigger may watch its run.
        platform.keepSeen(acted.seen, in: surroundings)
        return try await tell(acted, on: platform, in: surroundings)
    }

    func tell(
        _ acted: ActedRecord, on platform: CommandPlatform, in surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus {
        var writer = try RecordWriter(ActedRecord.kind, surroundings.output)
        try writer.writeOnly(acted)
        return .good
    }

    /// Asks the user, and then the platform again: the user may have taken long to answer.
    private func confirmed(_ view: ActionView, on platform: CommandPlatform) async throws(CommandFailure) -> ActionView {
        try await ActionConfirmation(kind, view, host: platform.client.host).ask()
        let now = try await view.again(kind, platform)
        guard now.sighting == view.sighting else {
            throw .refused(CommandWording.changed(view.target, to: now.sighting))
        }
        return now
    }

    /// Why there is nothing to do, where that is no failure: the run is over, the job is paused already.
    private static func obstacle(_ kind: Action.Kind, _ view: ActionView) throws(CommandFailure) -> ActionObstacle? {
        guard let obstacle = kind.obstacle(seeing: view.sighting) else { return nil }
        switch obstacle {
        case .over, .isPaused, .isNotPaused: return obstacle
        case .readOnly, .noTarget, .gone, .unseen, .noFreshData, .isAsked, .tooMany:
            throw .notFound(Wording.cannot(kind.wish, obstacle))
        }
    }
}

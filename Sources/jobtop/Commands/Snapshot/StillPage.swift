import ArgumentParser
import Dashboard
import Intuned
import Runtime
import TextScreen

/// A page of the dashboard that is looked at once.
struct StillPage {
    /// Seconds without an answer that are never too many: as long as a request may take.
    private static let leastPatience = 15.0

    private let command: SnapshotCommand
    private let platform: CommandPlatform
    private let surroundings: CommandSurroundings
    private let settings: Settings
    private let pages: [Page]
    /// Where results are fetched to.
    private let scratch: ScratchFolder?

    /// Prepares the dashboard for a page.
    init(
        _ command: SnapshotCommand, run: String, _ platform: CommandPlatform, _ surroundings: CommandSurroundings
    ) throws(CommandFailure) {
        (self.command, self.platform, self.surroundings) = (command, platform, surroundings)
        scratch = command.wantedPage.needsResults ? try ScratchFolder() : nil
        settings = Settings(
            profile: ProfileSettings(
                project: platform.settings.project, host: platform.settings.host, webOrigin: PlatformSettings.webOrigin),
            isDemo: command.script.platform.demo, isQuiet: true,
            resultsFolder: scratch?.path ?? ".",
            charset: command.ascii ? .ascii : .unicode14, offsets: surroundings.output.offsets,
            inForce: try Self.inForce(command, platform, surroundings))
        pages = command.wantedPage.pages(job: command.job ?? "", run: run, at: .now)
    }

    /// Runs the dashboard until the page has its data, and draws it.
    func canvas() async throws(CommandFailure) -> Canvas {
        guard let mailbox = Mailbox() else { throw .start(.noDescriptors) }
        let runner = EffectRunner(
            clients: [.first: platform.single], transport: platform.transport, mailbox: mailbox,
            unfinished: surroundings.unfinished)
        let state = State(settings: settings, size: command.size.size, now: .now, pages: pages)
        var loop = OffscreenLoop(state, mailbox: mailbox, runner: runner)
        let result: Result<Canvas, CommandFailure>
        do throws(CommandFailure) {
            try await wait(&loop) { $0.hasAllItShows }
            if command.wantedPage.needsResults { try await openResults(&loop) }
            result = .success(draw(loop.state))
        } catch {
            result = .failure(error)
        }
        await runner.stop()
        scratch?.remove()
        return try result.get()
    }

    /// Fetches the results and opens them, as the keys of the dashboard do.
    private func openResults(_ loop: inout OffscreenLoop) async throws(CommandFailure) {
        try press(.page(.run(.fetch)), &loop)
        try await wait(&loop) { !$0.fetches.values.contains { $0.isUnderWay } }
        try press(.page(.run(.readResults)), &loop)
        try await wait(&loop) { $0.page.kind != .run && $0.hasAllItShows }
        guard command.wantedPage == .groups else { return }
        guard loop.state.page.kind == .items else {
            throw .notFound("The results have no items, so there is no page groups. Use --page items.")
        }
        try press(.page(.results(.groups)), &loop)
        try await wait(&loop) { $0.hasAllItShows }
    }

    /// Presses the key of a command, if the command would do something.
    private func press(_ wanted: Command, _ loop: inout OffscreenLoop) throws(CommandFailure) {
        let kind = loop.state.page.kind
        guard loop.state.isAvailable(wanted), let key = loop.state.keymap.key(of: wanted, on: kind) else {
            throw .notFound("This run does not have results.")
        }
        loop.press(key)
    }

    /// Waits for the page, or says why it does not come.
    private func wait(_ loop: inout OffscreenLoop, until isDone: (State) -> Bool) async throws(CommandFailure) {
        let patience = command.patience
        let end = await loop.run(patience: max(patience, Self.leastPatience)) { state in
            let isLost = state.failureOfPage.map { failure in
                !failure.error.mayPass || failure.since.seconds(until: state.now) >= patience
            }
            return isDone(state) || isLost ?? false || state.failureOfResults != nil
        }
        let host = platform.settings.host
        if let failure = loop.state.failureOfResults { throw .fetch(failure, host: host) }
        switch (end, loop.state.failureOfPage) {
        case (.canceled, _): throw .interrupted
        case (.done, _) where isDone(loop.state): return
        case (_, let failure?):
            let tried = failure.count > 1 ? failure.since.seconds(until: loop.state.now) : 0
            throw .platform(failure.error, host: host, tried: tried)
        case (.done, nil), (.outOfPatience, nil):
            throw .platform(.notReachable(.timedOut(seconds: Self.leastPatience)), host: host, tried: 0)
        }
    }

    /// The settings for the page of settings, as the dashboard has them with the same options.
    private static func inForce(
        _ command: SnapshotCommand, _ platform: CommandPlatform, _ surroundings: CommandSurroundings
    ) throws(CommandFailure) -> [SettingInForce] {
        guard var dashboard = try? JobtopCommand.parse([]) else { return [] }
        dashboard.options.platform = command.script.platform
        dashboard.options.ascii = command.ascii
        return platform.settings.inForce(dashboard, surroundings.environment)
    }
}

extension State {
    /// Why the results of the run could not be fetched.
    fileprivate var failureOfResults: FetchFailure? {
        for case .failed(let failure) in fetches.values { return failure }
        return nil
    }
}

package import Dashboard
package import TextScreen

/// The dashboard without a terminal: it runs until it has what a page shows, and somebody looks at it once.
package struct OffscreenLoop: ~Copyable, Sendable {
    /// Why a wait has ended.
    package enum End: Equatable, Sendable {
        /// What was waited for has come.
        case done
        /// Nothing has come for too long.
        case outOfPatience
        /// The Task was canceled.
        case canceled
    }

    /// Milliseconds after which a wait looks whether its Task is canceled.
    private static let look = 200.0

    /// The state of the dashboard.
    package private(set) var state: State
    private let mailbox: Mailbox
    private let runner: EffectRunner
    private var lastNews: Moment

    /// Starts the dashboard, which sends its first requests.
    package init(_ state: State, mailbox: Mailbox, runner: EffectRunner) {
        (self.state, self.mailbox, self.runner) = (state, mailbox, runner)
        lastNews = .now
        send([.resized(state.size)])
    }

    /// Runs until the state is as wanted.
    ///
    /// - Parameter patience: seconds for which no answer need come.
    package mutating func run(patience: Double, until isDone: (State) -> Bool) async -> End {
        while !isDone(state) {
            if Task.isCancelled { return .canceled }
            guard lastNews.seconds(until: .now) < patience else { return .outOfPatience }
            let milliseconds = max(0, (state.wakesAt - Moment.now.uptime) * 1000)
            await mailbox.wait(milliseconds: Int32(min(milliseconds, Self.look).rounded(.up)))
            let messages = mailbox.drain()
            if messages.contains(where: \.isNews) { lastNews = .now }
            send(messages.isEmpty ? [.timePassed] : messages)
        }
        return .done
    }

    /// Presses a key.
    package mutating func press(_ key: Key) { send([.keyPressed(key)]) }

    private mutating func send(_ messages: [Message]) {
        for effect in messages.flatMap({ state.update($0, at: .now) }) {
            switch effect {
            case .call, .fetch, .read, .save: runner.run(effect)
            // What draws a picture never acts.
            case .act, .keepSeen, .terminal, .quit: break
            }
        }
    }
}

extension Message {
    /// Whether the message brings data.
    fileprivate var isNews: Bool {
        switch self {
        case .jobsLoaded(_, .success), .runsLoaded(_, _, .success), .runLoaded(_, .success), .fetchProgressed, .fetchEnded, .read:
            true
        case .jobsLoaded(_, .failure), .runsLoaded(_, _, .failure), .runLoaded(_, .failure), .keyPressed, .pasted, .mouseUsed,
            .mouseSwitched, .focusChanged, .resized, .timePassed, .continued, .linkRenewed, .saved, .copied,
            .actionAnswered, .actionNotRecorded:
            false
        }
    }
}

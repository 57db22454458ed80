package import Dashboard
import Glibc
package import TextScreen

/// The dashboard without a terminal: it runs until it has what a page shows, and somebody looks at it once.
package struct OffscreenLoop {
    /// Why the loop has ended.
    package enum End: Equatable, Sendable {
        /// What was waited for has come.
        case done
        /// The time is over.
        case outOfPatience
        /// The process was asked to quit.
        case signal(Int32)
    }

    /// The state of the dashboard.
    package private(set) var state: State
    private let mailbox: Mailbox
    private let signals: Signals
    private let runner: EffectRunner

    /// Starts the dashboard: it sends its first requests.
    package init(_ state: State, mailbox: Mailbox, signals: Signals, runner: EffectRunner) {
        (self.state, self.mailbox, self.signals, self.runner) = (state, mailbox, signals, runner)
        send([.resized(state.size)])
    }

    /// Runs until the state is as wanted, or until this uptime in seconds.
    package mutating func run(until deadline: Double, for isDone: (State) -> Bool) -> End {
        while !isDone(state) {
            let now = Moment.now
            guard now.uptime < deadline else { return .outOfPatience }
            sleep(min(state.wakesAt, deadline) - now.uptime)
            if let number = signals.drain().first(where: { $0 != SIGTSTP && $0 != SIGCONT }) { return .signal(number) }
            let messages = mailbox.drain()
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
            case .terminal, .quit: break
            }
        }
    }

    private func sleep(_ seconds: Double) {
        let wait = max(0, seconds * 1000).rounded(.up)
        var waiting = [mailbox.descriptor, signals.readEnd].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        _ = poll(&waiting, nfds_t(waiting.count), Int32(min(wait, 60_000)))
    }
}

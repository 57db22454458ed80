package import Dashboard
import Glibc
package import TextScreen

/// The event loop: waits for events, handles all of them, and draws once.
package struct EventLoop<Terminal: TerminalDevice> {
    private let terminal: Terminal
    private let mailbox: Mailbox
    private let signals: Signals
    private let runner: EffectRunner

    /// Creates the loop; it runs on the thread that owns the terminal.
    package init(terminal: Terminal, mailbox: Mailbox, signals: Signals, runner: EffectRunner) {
        (self.terminal, self.mailbox, self.signals, self.runner) = (terminal, mailbox, signals, runner)
    }

    /// Runs until the user, a signal or the loss of the terminal ends the loop.
    package func run(from start: State) -> Departure {
        var state = start
        defer { for effect in state.departing { runner.run(effect) } }
        var painted: Canvas?
        var messages: [Message] = [.resized(terminal.size)]
        while true {
            for effect in messages.flatMap({ state.update($0, at: .now) }) {
                switch effect {
                case .quit: return .quit
                case .terminal(.suspend): terminal.suspend { signals.haveAskedToLeave }; mailbox.post(.continued)
                case .terminal(.redraw): terminal.redraw(); painted = nil
                case .terminal(.copy(let text)): mailbox.post(.copied(text, wasSent: terminal.copy(text)))
                case .terminal(.alert(let title, let text)): terminal.alert(title: title, text: text)
                case .terminal(.title(let title)): terminal.setTitle(title)
                case .terminal(.mouse(let isOn)): mailbox.post(.mouseSwitched(isOn, wasSent: terminal.reportMouse(isOn)))
                case .call, .fetch, .read, .save, .act, .keepSeen: runner.run(effect)
                }
            }
            let frame = draw(state)
            if frame != painted { terminal.paint(frame) }
            painted = frame
            sleep(until: state.wakesAt)
            messages = mailbox.drain()
            let asked = listen()
            if let leaving = asked.first(where: { $0 != SIGTSTP && $0 != SIGCONT }) { return .signal(leaving) }
            // SIGTSTP and SIGCONT cancel each other, so only the last one counts.
            if asked.last == SIGTSTP { messages.append(.keyPressed(.control("z"))) }
            if asked.last == SIGCONT { messages.append(.continued) }
            for input in terminal.readInput() {
                switch input {
                case .key(let key): messages.append(.keyPressed(key))
                case .pasted(let text): messages.append(.pasted(text))
                case .mouse(let event): messages.append(.mouseUsed(event))
                case .focused(let isFocused): messages.append(.focusChanged(isFocused))
                case .resized(let size): messages.append(.resized(size))
                case .closed: return .terminalLost
                }
            }
            if messages.isEmpty { messages = [.timePassed] }
        }
    }

    /// The signals that arrived; after SIGCONT the terminal is taken back, unless a signal asks the program to quit.
    ///
    /// A process that is in the background without having been stopped, because its shell was killed, must wait for SIGCONT too.
    private func listen() -> [Int32] {
        let numbers = signals.drain()
        guard numbers.last == SIGCONT || !terminal.isInForeground else { return numbers }
        terminal.reclaim { signals.haveAskedToLeave }
        return numbers + [SIGCONT] + signals.drain()
    }

    private func sleep(until uptime: Double) {
        let wait = max(0, (uptime - Moment.now.uptime) * 1000).rounded(.up)
        var waiting = [terminal.inputDescriptor, mailbox.descriptor, signals.readEnd]
            .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        _ = poll(&waiting, nfds_t(waiting.count), Int32(min(wait, 60_000)))
    }
}

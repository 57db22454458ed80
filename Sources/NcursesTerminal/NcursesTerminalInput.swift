import CNcurses
import Glibc
package import TextScreen

extension NcursesTerminal {
    private enum Waiting { case nothing, something, loss }

    /// Takes all keys and changes of size that wait; after an Escape it may wait 25 ms for the rest of a function key.
    ///
    /// `.closed` comes last, once the terminal has hung up, is lost to others or its input has ended, and again whenever it is asked
    /// for.
    package func readInput() -> [TerminalInput] {
        guard !isClosed, !isLost else { return [.closed] }
        guard !isGivenBack else { return [] }
        // Before anything is taken: what comes later is there the next time.
        let waiting = waiting
        let (inputs, tookAnything) = drain()
        switch waiting {
        case .nothing: return inputs
        case .loss: return inputs + [.closed]
        // The end of the input stays readable, with nothing to take; bytes that are not a key can be taken.
        case .something: return tookAnything || hasUnreadBytes ? inputs : inputs + [.closed]
        }
    }

    private func drain() -> (inputs: [TerminalInput], tookAnything: Bool) {
        var inputs: [TerminalInput] = []
        var tookAnything = false
        while case let code = screen_read_key(), code != ERR {
            tookAnything = true
            if code == KEY_RESIZE {
                followSize()
                if inputs.last != .resized(size) { inputs.append(.resized(size)) }
            } else {
                inputs += keys.decode(code)
            }
        }
        if inputs.contains(.focused(true)) { askBackground() }
        let news = keys.news
        keys.news = []
        follow(news)
        return (inputs + keys.flush(), tookAnything)
    }

    /// Takes what waits while the terminal is being given back, when keys are for nobody; false if there was nothing.
    func takeAnswer() -> Bool { drain().tookAnything }

    private var hasUnreadBytes: Bool {
        var count: Int32 = 0
        return ioctl(inputDescriptor, UInt(FIONREAD), &count) == 0 && count > 0
    }

    private var waiting: Waiting {
        var request = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, 0) > 0 else { return .nothing }
        let events = Int32(request.revents)
        return events & (POLLHUP | POLLERR | POLLNVAL) != 0 ? .loss : .something
    }

    /// Makes curses take the size that the system says the terminal has, and report it as a key if it is another.
    ///
    /// Without the variables COLUMNS and LINES, ncurses 6.4 does report a change but keeps the old size.
    func followSize() {
        var now = winsize()
        guard ioctl(screen.outputDescriptor, UInt(TIOCGWINSZ), &now) == 0, now.ws_row > 0, now.ws_col > 0 else { return }
        // curses counts cells in 16 bits with a sign; beyond them it would take the size for a negative one.
        guard now.ws_row <= Int16.max, now.ws_col <= Int16.max else { return }
        let (rows, columns) = (Int32(now.ws_row), Int32(now.ws_col))
        if is_term_resized(rows, columns) { resizeterm(rows, columns) }
    }
}

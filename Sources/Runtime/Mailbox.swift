package import Dashboard
import Dispatch
import Glibc
import Synchronization

/// The mailbox in which Tasks leave messages for the main thread, which sleeps until one arrives.
package final class Mailbox: Sendable {
    private let messages = Mutex<[Message]>([])
    private let pipe: WakePipe

    /// Creates an empty mailbox; nil if the process has no descriptors left.
    package init?() {
        guard let pipe = WakePipe() else { return nil }
        self.pipe = pipe
    }

    /// The descriptor that is readable while messages are waiting.
    package var descriptor: Int32 { pipe.readEnd }

    /// Adds a message.
    ///
    /// A progress report replaces the previous one of the same kind, so that a blocked terminal does not fill the mailbox in an
    /// hour.
    package func post(_ message: Message) {
        let isFirst = messages.withLock { waiting in
            if let older = waiting.firstIndex(where: { message.replaces($0) }) {
                waiting[older] = message
                return false
            }
            waiting.append(message)
            return waiting.count == 1
        }
        if isFirst { pipe.wake() }
    }

    /// Waits until a message is there, on a thread that may block: those of Tasks must not.
    package func wait(milliseconds: Int32) async {
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            DispatchQueue.global().async { [descriptor] in
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                _ = poll(&waiting, 1, milliseconds)
                done.resume()
            }
        }
    }

    /// Removes and returns all messages, oldest first.
    package func drain() -> [Message] {
        _ = pipe.drain()
        return messages.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}

extension Message {
    /// Whether this message makes an older one unnecessary.
    fileprivate func replaces(_ older: Message) -> Bool {
        switch (self, older) {
        case (.fetchProgressed(let key, _), .fetchProgressed(let other, _)): key == other
        case (.read(let id, .indexed), .read(let other, .indexed)): id == other
        case (.read(let id, .exportProgressed), .read(let other, .exportProgressed)): id == other
        case (.read(let id, .searched(let filter, _)), .read(let other, .searched(let former, _))):
            id == other && filter == former
        default: false
        }
    }
}

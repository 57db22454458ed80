package import Dashboard
import Synchronization

/// Where Tasks leave messages for the main thread, which sleeps until one comes.
package final class Mailbox: Sendable {
    private let messages = Mutex<[Message]>([])
    private let pipe: WakePipe

    /// Creates an empty mailbox; nil when the process has no descriptors left.
    package init?() {
        guard let pipe = WakePipe() else { return nil }
        self.pipe = pipe
    }

    /// The descriptor that is readable while messages wait.
    package var descriptor: Int32 { pipe.readEnd }

    /// Leaves a message.
    ///
    /// What says how far something is takes the place of what it said before: a terminal that is held for an hour must not fill it.
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

    /// Takes out all messages, oldest first.
    package func drain() -> [Message] {
        _ = pipe.drain()
        return messages.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}

extension Message {
    /// Whether nobody needs the older one once this is there.
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

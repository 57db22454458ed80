import Dashboard
import Dispatch
import Glibc

@testable import Runtime

/// The first messages that arrive.
func firstMessages(of mailbox: Mailbox) async -> [Message] {
    await withCheckedContinuation { continuation in
        // Not on a thread that the awaited Tasks need.
        DispatchQueue.global().async {
            var waiting = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
            continuation.resume(returning: poll(&waiting, 1, 10_000) == 1 ? mailbox.drain() : [])
        }
    }
}

import Dispatch
import Intuned
import Synchronization

/// Hands the body of one transfer to its receiver, on a queue of its own: a receiver that waits for a disk keeps no transfer waiting.
///
/// Two buffers change places: the transport's thread fills one while the receiver works on the other. A transfer whose buffer is
/// full rests until the buffers change places, so that the bytes under way stay bounded.
final class BodyHandover: Sendable {
    /// What became of a piece.
    enum Verdict {
        /// The receiver will get it.
        case taken
        /// Both buffers are full: the transfer rests until the instruction to resume comes.
        case full
        /// Nobody wants it any more.
        case declined
    }

    /// The most bytes of one buffer, unless a single piece is longer; twice as many may be under way.
    static let capacity = 512 << 10

    private struct State {
        var buffer: [UInt8] = []
        /// Whether the receiver is at work, or is about to be.
        var isAtWork = false
        var isFull = false
        var isDeclined = false
        var isCanceled = false
        /// How the transfer ended, while the receiver is still at work.
        var end: Order.Outcome?
        /// Whom to tell of the end; nil once that is done.
        var answer: CheckedContinuation<Order.Outcome, Never>?

        /// Tells the sender of the end, once; what sender or receiver decided goes before how the transfer ended.
        mutating func tell(_ outcome: Order.Outcome) {
            answer?.resume(returning: isCanceled ? .failure(.cancelled) : isDeclined ? .failure(.stopped) : outcome)
            answer = nil
            end = nil
        }
    }

    private let id: Int
    private let inbox: Inbox
    private let receive: Order.Receiver
    private let queue = DispatchQueue(label: "jobtop.body")
    private let state = Mutex(State())

    init(id: Int, inbox: Inbox, receive: @escaping Order.Receiver) {
        (self.id, self.inbox, self.receive) = (id, inbox, receive)
    }

    /// Notes whom to tell of the end; false when the sender has been canceled, who is then told at once.
    func begin(_ answer: CheckedContinuation<Order.Outcome, Never>) -> Bool {
        state.withLock { state in
            state.answer = answer
            guard state.isCanceled else { return true }
            state.tell(.failure(.cancelled))
            return false
        }
    }

    /// Takes one piece of the body; called on the transport's thread alone.
    func take(_ piece: UnsafeRawBufferPointer, of head: HTTPResponseHead) -> Verdict {
        state.withLock { state in
            guard !state.isDeclined, !state.isCanceled else { return .declined }
            guard state.buffer.isEmpty || state.buffer.count + piece.count <= Self.capacity else {
                state.isFull = true
                return .full
            }
            state.buffer.append(contentsOf: piece)
            if !state.isAtWork {
                state.isAtWork = true
                queue.async { self.work(head) }
            }
            return .taken
        }
    }

    /// Notes how the transfer ended; the sender is told once the receiver has all that came, or at once when nobody waits for that.
    func end(_ outcome: Order.Outcome) {
        state.withLock { state in
            if outcome == .failure(.cancelled) { state.isCanceled = true }
            if state.isCanceled || !state.isAtWork { state.tell(outcome) } else { state.end = outcome }
        }
    }

    /// Drops what the receiver has not got; a sender whose transfer has ended is told, any other by the transport's thread.
    func cancel() {
        state.withLock { state in
            state.isCanceled = true
            state.buffer = []
            if state.end != nil { state.tell(.failure(.cancelled)) }
        }
    }

    /// Runs on the queue until the receiver has all that came.
    private func work(_ head: HTTPResponseHead) {
        var bytes: [UInt8] = []
        while exchange(&bytes) {
            guard bytes.withUnsafeBytes({ receive(head, $0) }) else { return decline() }
        }
    }

    /// Lets the two buffers change places; false when nothing is left to hand over.
    private func exchange(_ bytes: inout [UInt8]) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        return state.withLock { state in
            guard !state.buffer.isEmpty, !state.isCanceled else {
                state.isAtWork = false
                if let end = state.end { state.tell(end) }
                return false
            }
            swap(&state.buffer, &bytes)
            if state.isFull {
                state.isFull = false
                _ = inbox.post(.resume(id))
            }
            return true
        }
    }

    private func decline() {
        state.withLock { state in
            state.isDeclined = true
            state.isAtWork = false
            state.buffer = []
            if state.end != nil { state.tell(.failure(.stopped)) } else { _ = inbox.post(.decline(id)) }
        }
    }
}

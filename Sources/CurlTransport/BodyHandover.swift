import Dispatch
import Intuned
import Synchronization

/// Hands the body of one transfer to its receiver on its own queue, so that a receiver that waits for a disk delays no transfer.
///
/// The transport's thread fills one buffer while the receiver works on the other; then the buffers are swapped. A transfer whose
/// buffer is full pauses until the swap, so the bytes in memory stay bounded.
final class BodyHandover: Sendable {
    /// The result of offering a piece of the body.
    enum Verdict {
        /// The receiver will get the piece.
        case taken
        /// Both buffers are full: the transfer pauses until the instruction to resume.
        case full
        /// The receiver stopped or the sender was canceled.
        case declined
    }

    /// The most bytes in one buffer, unless a single piece is longer; both buffers together may hold twice as many.
    static let capacity = 512 << 10

    private struct State {
        var buffer: [UInt8] = []
        /// Whether the receiver is working, or is about to.
        var isAtWork = false
        var isFull = false
        var isDeclined = false
        var isCanceled = false
        /// How the transfer ended, while the receiver is still working.
        var end: Order.Outcome?
        /// The waiting sender; nil once it was told of the end.
        var answer: CheckedContinuation<Order.Outcome, Never>?

        /// Tells the sender of the end, once; a decision of the sender or the receiver wins over how the transfer ended.
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

    /// Notes whom to tell of the end; returns false if the sender was already canceled, and then tells it at once.
    func begin(_ answer: CheckedContinuation<Order.Outcome, Never>) -> Bool {
        state.withLock { state in
            state.answer = answer
            guard state.isCanceled else { return true }
            state.tell(.failure(.cancelled))
            return false
        }
    }

    /// Takes one piece of the body; called only on the transport's thread.
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

    /// Notes how the transfer ended; tells the sender once the receiver has all bytes, or at once if the sender was canceled.
    func end(_ outcome: Order.Outcome) {
        state.withLock { state in
            if outcome == .failure(.cancelled) { state.isCanceled = true }
            if state.isCanceled || !state.isAtWork { state.tell(outcome) } else { state.end = outcome }
        }
    }

    /// Drops the remaining bytes; tells the sender if its transfer has ended, otherwise the transport's thread tells it.
    func cancel() {
        state.withLock { state in
            state.isCanceled = true
            state.buffer = []
            if state.end != nil { state.tell(.failure(.cancelled)) }
        }
    }

    /// Runs on the queue until the receiver has all bytes.
    private func work(_ head: HTTPResponseHead) {
        var bytes: [UInt8] = []
        while exchange(&bytes) {
            guard bytes.withUnsafeBytes({ receive(head, $0) }) else { return decline() }
        }
    }

    /// Swaps the two buffers; returns false when nothing is left to hand over.
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

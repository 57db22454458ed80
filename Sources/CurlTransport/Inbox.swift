import Intuned
import Synchronization

/// A request on its way to the transport's thread, with the handover that gets its body and its outcome.
struct Order: Sendable {
    /// The outcome for the sender: the head of the response, or the error.
    typealias Outcome = Result<HTTPResponseHead, HTTPTransportError>

    /// The function that gets the body; returning false ends the transfer.
    typealias Receiver = @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool

    let id: Int
    let request: HTTPRequest
    let body: BodyHandover
}

/// An instruction of another thread to the transport's thread.
enum Instruction: Sendable {
    case start(Order)
    /// Ends the order with this id, which its sender has canceled; an unknown or ended order is ignored, here and below.
    case cancel(Int)
    /// Ends the order with this id, whose receiver wants no more bytes.
    case decline(Int)
    /// Resumes the order with this id, which paused because its receiver was behind.
    case resume(Int)
}

/// The only way into the transport's thread: instructions wait here until the thread takes them.
final class Inbox: Sendable {
    private struct Contents {
        var instructions: [Instruction] = []
        var isOpen = true
    }

    private let contents = Mutex(Contents())
    private let bell: Doorbell

    init(bell: Doorbell) {
        self.bell = bell
    }

    /// Adds an instruction and wakes the thread; drops the instruction and returns false when the inbox is closed.
    func post(_ instruction: Instruction) -> Bool {
        contents.withLock { contents in
            guard contents.isOpen else { return false }
            contents.instructions.append(instruction)
            // Rung under the lock: the thread frees the bell only after it has seen the inbox closed.
            bell.ring()
            return true
        }
    }

    /// Rejects all further instructions and wakes the thread so that it ends.
    func close() {
        contents.withLock { contents in
            guard contents.isOpen else { return }
            contents.isOpen = false
            bell.ring()
        }
    }

    /// Returns the new instructions, oldest first, and whether more may come.
    func take() -> (instructions: [Instruction], isOpen: Bool) {
        contents.withLock { contents in
            defer { contents.instructions = [] }
            return (contents.instructions, contents.isOpen)
        }
    }
}

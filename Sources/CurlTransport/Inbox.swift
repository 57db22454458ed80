import Intuned
import Synchronization

/// A request on its way to the transport's thread, with where its pieces and its end are to go.
struct Order: Sendable {
    /// What the sender got: the head of the answer, or why there is none.
    typealias Outcome = Result<HTTPResponseHead, HTTPTransportError>

    /// What gets the body; false ends the transfer.
    typealias Receiver = @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool

    let id: Int
    let request: HTTPRequest
    let body: BodyHandover
}

/// What other threads ask of the transport's thread.
enum Instruction: Sendable {
    case start(Order)
    /// Ends the order of that id, which its sender has canceled; one that is unknown or over is ignored, here and below.
    case cancel(Int)
    /// Ends the order of that id, whose receiver wants no more.
    case decline(Int)
    /// Moves the order of that id on, which rests since its receiver was behind.
    case resume(Int)
}

/// The only door into the transport's thread: instructions wait here until it takes them.
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

    /// Leaves an instruction and wakes the thread; false when the inbox is closed, and the instruction is then dropped.
    func post(_ instruction: Instruction) -> Bool {
        contents.withLock { contents in
            guard contents.isOpen else { return false }
            contents.instructions.append(instruction)
            // Rung under the lock: the thread frees the bell only after it has seen the inbox closed.
            bell.ring()
            return true
        }
    }

    /// Refuses all further instructions and wakes the thread to its end.
    func close() {
        contents.withLock { contents in
            guard contents.isOpen else { return }
            contents.isOpen = false
            bell.ring()
        }
    }

    /// Hands over what has come since, oldest first, and whether more may come.
    func take() -> (instructions: [Instruction], isOpen: Bool) {
        contents.withLock { contents in
            defer { contents.instructions = [] }
            return (contents.instructions, contents.isOpen)
        }
    }
}

import Intuned
import Synchronization

/// Whether each note was the end of an outage.
final class Notes: Sendable {
    private let notes = Mutex<[Bool]>([])

    var all: [Bool] { notes.withLock { $0 } }

    func add(_ error: IntunedError?) { notes.withLock { $0.append(error == nil) } }
}

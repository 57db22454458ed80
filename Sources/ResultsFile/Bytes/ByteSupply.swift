import Synchronization

/// A file of which more may still arrive.
final class ByteSupply: Sendable {
    /// What is there by now.
    struct Arrival: Equatable {
        var bytes: Int64
        var isComplete: Bool
    }

    let file: ByteFile
    let signal = ChangeSignal()
    private let state: Mutex<Arrival>

    init(_ file: ByteFile, arrived: Int64, isComplete: Bool) {
        self.file = file
        state = Mutex(Arrival(bytes: arrived, isComplete: isComplete))
    }

    var arrival: Arrival { state.withLock { $0 } }

    /// Says that the file now has so many bytes; never fewer than before.
    func extend(to bytes: Int64) {
        state.withLock { $0.bytes = max($0.bytes, bytes) }
        signal.raise()
    }

    /// Says that no more will come.
    func finish() {
        state.withLock { $0.isComplete = true }
        signal.raise()
    }
}

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
    /// What the file was when it was complete.
    private let whole: Mutex<ByteFile.Stamp?>

    init(_ file: ByteFile, arrived: Int64, isComplete: Bool) {
        self.file = file
        state = Mutex(Arrival(bytes: arrived, isComplete: isComplete))
        whole = Mutex(isComplete ? file.stamp : nil)
    }

    var arrival: Arrival { state.withLock { $0 } }

    /// Says that the file now has so many bytes; never fewer than before.
    func extend(to bytes: Int64) {
        state.withLock { $0.bytes = max($0.bytes, bytes) }
        signal.raise()
    }

    /// Says that no more will come.
    func finish() {
        whole.withLock { $0 = file.stamp }
        state.withLock { $0.isComplete = true }
        signal.raise()
    }

    /// Throws when somebody has written into the file since it was complete.
    func checkUnchanged() throws(ResultsError) {
        guard let whole = whole.withLock({ $0 }) else { return }
        if file.stamp != whole { throw .changed }
    }
}

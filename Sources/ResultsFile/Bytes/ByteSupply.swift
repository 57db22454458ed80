import Synchronization

/// A file that may still grow.
final class ByteSupply: Sendable {
    /// The part of the file that exists so far.
    struct Arrival: Equatable {
        var bytes: Int64
        var isComplete: Bool
    }

    let file: ByteFile
    let signal = ChangeSignal()
    private let state: Mutex<Arrival>
    /// The file's stamp when it was complete.
    private let whole: Mutex<ByteFile.Stamp?>

    init(_ file: ByteFile, arrived: Int64, isComplete: Bool) {
        self.file = file
        state = Mutex(Arrival(bytes: arrived, isComplete: isComplete))
        whole = Mutex(isComplete ? file.stamp : nil)
    }

    var arrival: Arrival { state.withLock { $0 } }

    /// Reports that the file has grown to this many bytes; the number never decreases.
    func extend(to bytes: Int64) {
        state.withLock { $0.bytes = max($0.bytes, bytes) }
        signal.raise()
    }

    /// Reports that the file will not grow any more.
    func finish() {
        whole.withLock { $0 = file.stamp }
        state.withLock { $0.isComplete = true }
        signal.raise()
    }

    /// Throws if the file was written after it was complete.
    func checkUnchanged() throws(ResultsError) {
        guard let whole = whole.withLock({ $0 }) else { return }
        if file.stamp != whole { throw .changed }
    }
}

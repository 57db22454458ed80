import Dashboard
import ResultsFile
import Synchronization

/// The results that are read into memory, up to a limit.
final class PeekedFile: ReceivedFile {
    /// The content.
    let memory: MemoryFile
    private let limit: Int
    private let failure = Mutex<PeekFailure?>(nil)

    /// Creates an empty file that accepts this many bytes.
    init(limit: Int) throws(ResultsError) {
        memory = try MemoryFile()
        self.limit = limit
    }

    var written: Int { memory.count }

    var restarts: Int { 0 }

    /// Why the file accepts no more bytes, if it does not.
    var problem: PeekFailure? { failure.withLock { $0 } }

    var hasProblem: Bool { problem != nil }

    func restart() { attempt { () throws(ResultsError) in try memory.clear() } }

    func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard !hasProblem else { return false }
        guard written + bytes.count <= limit else {
            failure.withLock { $0 = .tooLarge(limit: limit) }
            return false
        }
        attempt { () throws(ResultsError) in try memory.append(bytes) }
        return !hasProblem
    }

    /// The limit keeps the file small, whatever else is free.
    func leaves(_ reserve: Int) -> Bool { true }

    private func attempt(_ work: () throws(ResultsError) -> Void) {
        do throws(ResultsError) { try work() } catch { failure.withLock { $0 = .notRead(error) } }
    }
}

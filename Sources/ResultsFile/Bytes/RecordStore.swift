import Synchronization

/// A list of fixed-size records that grows at its end, in memory while it is short, then in a scratch file.
///
/// It writes with pwrite(2), not through a mapping, so that a full disk is an error instead of a SIGBUS.
final class RecordStore<Record: BitwiseCopyable & Sendable>: Sendable {
    private struct State {
        var tail: [Record] = []
        var file: ByteFile?
        var spilled = 0
    }

    private let folder: String
    private let tailLength: Int
    private let state = Mutex(State())

    /// Creates an empty list that keeps up to `tailLength` records in memory.
    init(folder: String, tailLength: Int = 16_384) {
        self.folder = folder
        self.tailLength = tailLength
    }

    var count: Int { state.withLock { $0.spilled + $0.tail.count } }

    func append(_ records: [Record]) throws(ResultsError) {
        try state.withLock { (state) throws(ResultsError) in
            state.tail.append(contentsOf: records)
            if state.tail.count >= tailLength { try Self.spill(&state, in: folder) }
        }
    }

    /// The existing records of a range.
    func records(in range: Range<Int>) throws(ResultsError) -> [Record] {
        let (file, spilled, inMemory) = state.withLock { state in
            let tail = range.clamped(to: state.spilled..<(state.spilled + state.tail.count))
            return (
                state.file, state.spilled,
                Array(state.tail[(tail.lowerBound - state.spilled)..<(tail.upperBound - state.spilled)])
            )
        }
        let onDisk = range.clamped(to: 0..<spilled)
        guard let file, !onDisk.isEmpty else { return inMemory }
        return try Self.load(onDisk, from: file) + inMemory
    }

    /// One record; nil after the end.
    func record(at index: Int) throws(ResultsError) -> Record? {
        try records(in: index..<(index + 1)).first
    }

    private static func spill(_ state: inout State, in folder: String) throws(ResultsError) {
        if state.file == nil { state.file = try ScratchFile.create(in: folder) }
        let offset = Int64(state.spilled * MemoryLayout<Record>.stride)
        try state.tail.withUnsafeBufferPointer { [file = state.file] records throws(ResultsError) in
            try file?.write(UnsafeRawBufferPointer(records), at: offset)
        }
        state.spilled += state.tail.count
        state.tail.removeAll(keepingCapacity: true)
    }

    private static func load(_ range: Range<Int>, from file: ByteFile) throws(ResultsError) -> [Record] {
        let stride = MemoryLayout<Record>.stride
        var failure: ResultsError?
        let records = [Record](unsafeUninitializedCapacity: range.count) { buffer, count in
            do throws(ResultsError) {
                let bytes = UnsafeMutableRawBufferPointer(buffer)
                count = try file.read(into: bytes, at: Int64(range.lowerBound * stride)) / stride
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return records
    }
}

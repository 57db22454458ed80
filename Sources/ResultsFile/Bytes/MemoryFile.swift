import Synchronization

/// A nameless file in memory that is filled from its start, for results that must not reach a disk.
///
/// It lies in the memory that Linux shares between programs, without a name by which another program could open it, and goes with
/// its last reader. Only a machine without such memory gets a nameless file in `/tmp`.
package final class MemoryFile: Sendable {
    /// The folder of files in memory (shm_overview(7)).
    static let folder = "/dev/shm"

    let file: ByteFile
    private let length = Mutex(0)

    /// Creates an empty file.
    package init() throws(ResultsError) { file = try ScratchFile.create(in: Self.folder) }

    /// Bytes in the file.
    package var count: Int { length.withLock { $0 } }

    /// Appends bytes; only one call at a time.
    package func append(_ bytes: UnsafeRawBufferPointer) throws(ResultsError) {
        try file.write(bytes, at: Int64(count))
        length.withLock { $0 += bytes.count }
    }

    /// Empties the file.
    package func clear() throws(ResultsError) {
        try file.truncate()
        length.withLock { $0 = 0 }
    }
}

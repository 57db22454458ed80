import CArchive

/// Unpacks gzip, or the results in a zip archive, bit by bit into a scratch file, since rows need random access.
///
/// libarchive reads the format; bounds on size and ratio keep a decompression bomb from filling the disk.
final class Unpacking: Conversion {
    private let archive: OpaquePointer
    let output: ByteSupply
    private let packedBytes: Int64
    private let limits: UnpackingLimits
    private var unpackedBytes: Int64 = 0
    private(set) var failure: ResultsError?

    private static let stepLength: Int64 = 1 << 20

    /// Opens the archive in a file and finds what to unpack.
    ///
    /// - Parameter output: where the unpacked bytes go.
    private init(_ file: ByteFile, member: Int, into output: ByteSupply, limits: UnpackingLimits) throws(ResultsError) {
        packedBytes = try file.size()
        self.output = output
        self.limits = limits
        archive = try ArchiveMembers.open(file)
        for _ in 0...member {
            var entry: OpaquePointer?
            guard archive_read_next_header(archive, &entry) >= ARCHIVE_WARN else {
                let failure = ArchiveMembers.failure(archive)
                archive_read_free(archive)
                throw failure
            }
        }
    }

    deinit { archive_read_free(archive) }

    /// Starts to unpack a file into a scratch file in a folder; answers how it is packed, too.
    static func begin(
        _ file: ByteFile, in folder: String, limits: UnpackingLimits
    ) throws(ResultsError) -> (Unpacking, ResultsPacking) {
        let output = ByteSupply(try ScratchFile.create(in: folder), arrived: 0, isComplete: false)
        let chosen = try ArchiveMembers.results(in: file, limits: limits)
        let unpacking = try Unpacking(file, member: chosen.index, into: output, limits: limits)
        return (unpacking, chosen.packing)
    }

    var bytesRead: Int64 { min(packedBytes, archive_filter_bytes(archive, -1)) }

    /// What comes before a damage is worth reading, so a failure ends the output, too.
    func step() {
        do throws(ResultsError) {
            try unpack()
        } catch {
            failure = error
            output.finish()
        }
    }

    private func unpack() throws(ResultsError) {
        let goal = unpackedBytes + Self.stepLength
        while unpackedBytes < goal, !output.arrival.isComplete {
            var block: UnsafeRawPointer?
            var count = 0
            var offset: la_int64_t = 0
            let status = archive_read_data_block(archive, &block, &count, &offset)
            if status == ARCHIVE_EOF { return output.finish() }
            guard status >= ARCHIVE_WARN else { throw ArchiveMembers.failure(archive) }
            try add(UnsafeRawBufferPointer(start: block, count: count))
            // What came is not what was packed: its length or its checksum is another.
            guard status == ARCHIVE_OK else { throw ArchiveMembers.failure(archive) }
        }
    }

    private func add(_ block: UnsafeRawBufferPointer) throws(ResultsError) {
        let total = unpackedBytes + Int64(block.count)
        guard limits.allow(unpacked: total, packed: packedBytes) else {
            throw .unpacksTooLarge(unpacked: total, packed: packedBytes)
        }
        try output.file.write(block, at: unpackedBytes)
        unpackedBytes = total
        output.extend(to: total)
    }
}

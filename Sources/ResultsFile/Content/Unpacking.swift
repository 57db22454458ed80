import CArchive

/// Unpacks gzip, or the results in a zip archive, bit by bit into a scratch file, since rows need random access.
///
/// libarchive reads the format; bounds on size and ratio keep a decompression bomb from filling the disk.
final class Unpacking {
    private let archive: OpaquePointer
    private let supply: ByteSupply
    private let packedBytes: Int64
    private let limits: UnpackingLimits
    private var unpackedBytes: Int64 = 0
    /// Why it ended before the end.
    private(set) var failure: ResultsError?

    private static let stepLength: Int64 = 1 << 20

    /// Opens the archive in a file and finds what to unpack.
    ///
    /// - Parameter supply: where the unpacked bytes go.
    private init(_ file: ByteFile, member: Int, into supply: ByteSupply, limits: UnpackingLimits) throws(ResultsError) {
        packedBytes = try file.size()
        self.supply = supply
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
    ) throws(ResultsError) -> (Unpacking, ByteSupply, ResultsPacking) {
        let supply = ByteSupply(try ScratchFile.create(in: folder), arrived: 0, isComplete: false)
        let chosen = try ArchiveMembers.results(in: file, limits: limits)
        let unpacking = try Unpacking(file, member: chosen.index, into: supply, limits: limits)
        return (unpacking, supply, chosen.packing)
    }

    /// Bytes of the packed file read so far.
    var packedBytesRead: Int64 { min(packedBytes, archive_filter_bytes(archive, -1)) }

    /// Unpacks about a mebibyte more, and ends the supply behind the last one.
    ///
    /// What comes before a damage is worth reading, so a failure ends the supply, too.
    func step() {
        do throws(ResultsError) {
            try unpack()
        } catch {
            failure = error
            supply.finish()
        }
    }

    private func unpack() throws(ResultsError) {
        let goal = unpackedBytes + Self.stepLength
        while unpackedBytes < goal, !supply.arrival.isComplete {
            var block: UnsafeRawPointer?
            var count = 0
            var offset: la_int64_t = 0
            let status = archive_read_data_block(archive, &block, &count, &offset)
            if status == ARCHIVE_EOF { return supply.finish() }
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
        try supply.file.write(block, at: unpackedBytes)
        unpackedBytes = total
        supply.extend(to: total)
    }
}

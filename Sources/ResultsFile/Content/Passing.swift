import CArchive

/// Skips the members of an archive that are not read, within the same limits as for members that are read.
///
/// If a member's end is unknown, libarchive unpacks the member to find it, in one call that cannot be stopped. In a zip
/// compressed again, a megabyte can hold a terabyte that way.
struct Passing {
    private let archive: OpaquePointer
    private let packedBytes: Int64
    private let limits: UnpackingLimits
    private var unpackedBytes: Int64 = 0

    /// Creates the state before the first member of an archive of this size in bytes.
    init(_ archive: OpaquePointer, packedBytes: Int64, limits: UnpackingLimits) {
        self.archive = archive
        self.packedBytes = packedBytes
        self.limits = limits
    }

    /// Skips a member whose header was just read.
    mutating func pass(_ entry: OpaquePointer?) throws(ResultsError) {
        // The last filter is the file itself; a second one is the gzip around a zip, inside which nothing can be skipped.
        guard archive_entry_size_is_set(entry) == 0 || archive_filter_count(archive) > 1 else { return }
        while true {
            if Task.isCancelled { throw .canceled }
            var block: UnsafeRawPointer?
            var count = 0
            var offset: la_int64_t = 0
            let status = archive_read_data_block(archive, &block, &count, &offset)
            // The next header would no longer report how the archive is damaged.
            if status == ARCHIVE_FATAL { throw ArchiveMembers.failure(archive, packedBytes: packedBytes) }
            // If only this member cannot be unpacked, it is skipped.
            if status == ARCHIVE_EOF || status < ARCHIVE_WARN { return }
            unpackedBytes += Int64(count)
            guard limits.allow(unpacked: unpackedBytes, packed: packedBytes) else {
                throw .unpacksTooLarge(unpacked: unpackedBytes, packed: packedBytes)
            }
        }
    }
}

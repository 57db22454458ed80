import CArchive

/// Goes past the members of an archive that are not read, within the limits of those that are.
///
/// Where a member's end is not known beforehand, libarchive unpacks it to find it, all of it in one call that nobody can stop.
/// In a zip that was packed once more, a megabyte may so hold a terabyte.
struct Passing {
    private let archive: OpaquePointer
    private let packedBytes: Int64
    private let limits: UnpackingLimits
    private var unpackedBytes: Int64 = 0

    /// Begins before the first member of an archive that has so many bytes.
    init(_ archive: OpaquePointer, packedBytes: Int64, limits: UnpackingLimits) {
        self.archive = archive
        self.packedBytes = packedBytes
        self.limits = limits
    }

    /// Goes to the end of a member whose header was just read.
    mutating func pass(_ entry: OpaquePointer?) throws(ResultsError) {
        // The last filter is the file itself; one more is the gzip around a zip, in which nothing can be leapt over.
        guard archive_entry_size_is_set(entry) == 0 || archive_filter_count(archive) > 1 else { return }
        while true {
            if Task.isCancelled { throw .canceled }
            var block: UnsafeRawPointer?
            var count = 0
            var offset: la_int64_t = 0
            let status = archive_read_data_block(archive, &block, &count, &offset)
            // The next header does not say any more in which way an archive is broken.
            if status == ARCHIVE_FATAL { throw ArchiveMembers.failure(archive, packedBytes: packedBytes) }
            // What of one member alone cannot be unpacked is left out.
            if status == ARCHIVE_EOF || status < ARCHIVE_WARN { return }
            unpackedBytes += Int64(count)
            guard limits.allow(unpacked: unpackedBytes, packed: packedBytes) else {
                throw .unpacksTooLarge(unpacked: unpackedBytes, packed: packedBytes)
            }
        }
    }
}

import CArchive

/// Unpacks a compressed file, or the results in an archive, step by step into a scratch file, since rows need random access.
///
/// libarchive reads the format; limits on size and ratio keep a decompression bomb from filling the disk.
final class Unpacking: Conversion {
    private let archive: OpaquePointer
    let output: ByteSupply
    private let packedBytes: Int64
    private let limits: UnpackingLimits
    private var unpackedBytes: Int64 = 0
    private(set) var failure: ResultsError?
    /// The indices of the remaining parts; `place` is the index of the current one.
    private var parts: ArraySlice<Int>
    private var place = -1
    private let ending: String
    /// Why there may be more parts after the last one.
    private let fault: ResultsError?
    /// How later parts are joined to the first nonempty one.
    private var joint: PartJoint?
    /// The beginning of a later part, until it is known whether it repeats the first part; nil after that.
    private var beginning: [UInt8]?
    /// The bytes held back at the end of a part, where the next part is joined.
    private static let tailLength: Int64 = 4

    private static let stepLength: Int64 = 1 << 20

    /// Opens the archive in a file and goes to the first part.
    ///
    /// - Parameter output: where the unpacked bytes go.
    private init(
        _ file: ByteFile, _ results: ArchiveResults, into output: ByteSupply, limits: UnpackingLimits
    ) throws(ResultsError) {
        packedBytes = try file.size()
        self.output = output
        self.limits = limits
        parts = results.places[...]
        (ending, fault) = (results.ending, results.fault)
        archive = try ArchiveMembers.open(file)
        do throws(ResultsError) {
            _ = try goToNextPart()
        } catch {
            archive_read_free(archive)
            throw error
        }
    }

    deinit { archive_read_free(archive) }

    /// Starts to unpack a file into a scratch file in a folder; also returns how the file is compressed.
    static func begin(
        _ file: ByteFile, in folder: String, limits: UnpackingLimits
    ) throws(ResultsError) -> (Unpacking, ResultsPacking) {
        let output = ByteSupply(try ScratchFile.create(in: folder), arrived: 0, isComplete: false)
        let results = try ArchiveMembers.results(in: file, limits: limits)
        let unpacking = try Unpacking(file, results, into: output, limits: limits)
        return (unpacking, results.packing)
    }

    var bytesRead: Int64 { min(packedBytes, archive_filter_bytes(archive, -1)) }

    /// Unpacks the next step; after a failure the output ends too, since the data before the damage is still useful.
    func step() {
        do throws(ResultsError) {
            try unpack()
        } catch {
            failure = error
            output.finish()
        }
    }

    /// Moves to the beginning of the next part; returns false if there is none.
    private func goToNextPart() throws(ResultsError) -> Bool {
        guard let next = parts.popFirst() else { return false }
        while place < next {
            var entry: OpaquePointer?
            guard archive_read_next_header(archive, &entry) >= ARCHIVE_WARN else {
                throw ArchiveMembers.failure(archive, packedBytes: packedBytes)
            }
            place += 1
        }
        return true
    }

    private func unpack() throws(ResultsError) {
        let goal = unpackedBytes + Self.stepLength
        while unpackedBytes < goal, !output.arrival.isComplete {
            var block: UnsafeRawPointer?
            var count = 0
            var offset: la_int64_t = 0
            let status = archive_read_data_block(archive, &block, &count, &offset)
            if status == ARCHIVE_EOF {
                try endPart()
                continue
            }
            guard status >= ARCHIVE_WARN else { throw ArchiveMembers.failure(archive, packedBytes: packedBytes) }
            try add(UnsafeRawBufferPointer(start: block, count: count))
            // The unpacked data differs from the original in length or checksum.
            guard status == ARCHIVE_OK else { throw ArchiveMembers.failure(archive, packedBytes: packedBytes) }
        }
    }

    private func endPart() throws(ResultsError) {
        try join()
        guard try goToNextPart() else {
            failure = fault
            return output.finish()
        }
        guard unpackedBytes > 0 else { return }
        if joint == nil {
            let length = min(unpackedBytes, Int64(ContentSniffer.headLength))
            let head = try output.file.bytes(at: 0, count: Int(length))
            joint = PartJoint(head, isWhole: length == unpackedBytes, ending: ending)
        }
        beginning = []
    }

    private func add(_ block: UnsafeRawBufferPointer) throws(ResultsError) {
        guard let joint, beginning != nil else { return try write(block) }
        beginning?.append(contentsOf: block)
        if let beginning, beginning.count >= max(1, joint.lengthToSee) { try join() }
    }

    /// Writes the bytes held back between two parts.
    private func join() throws(ResultsError) {
        guard let joint, let beginning else { return }
        self.beginning = nil
        let news = joint.news(in: beginning)
        guard !news.isEmpty else { return }
        let length = min(unpackedBytes, Self.tailLength)
        unpackedBytes -= length
        let seam = joint.seam(after: try output.file.bytes(at: unpackedBytes, count: Int(length)))
        try (seam + news).withUnsafeBufferPointer { bytes throws(ResultsError) in try write(UnsafeRawBufferPointer(bytes)) }
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws(ResultsError) {
        let total = unpackedBytes + Int64(bytes.count)
        guard limits.allow(unpacked: total, packed: packedBytes) else {
            throw .unpacksTooLarge(unpacked: total, packed: packedBytes)
        }
        try output.file.write(bytes, at: unpackedBytes)
        unpackedBytes = total
        output.extend(to: total)
    }
}

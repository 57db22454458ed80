import CArchive
import Glibc

/// The files in an archive, and which of them are the results.
enum ArchiveMembers {
    private struct Member {
        var index: Int
        var name: String
        var size: Int64

        /// Better ones first: named results, of a known kind, larger.
        var rank: (Int, Int, Int64) {
            let name = name.lowercased()
            let isKnown = [".jsonl", ".ndjson", ".json", ".csv"].contains { name.hasSuffix($0) }
            return (name.contains("result") ? 1 : 0, isKnown ? 1 : 0, size)
        }
    }

    /// Opens an archive at its beginning, or a compressed file alone, whatever ``PackedMark`` names; the caller frees it.
    static func open(_ file: ByteFile) throws(ResultsError) -> OpaquePointer {
        guard let archive = archive_read_new() else { throw .notOpened(path: file.path, code: ENOMEM) }
        archive_read_support_filter_gzip(archive)
        archive_read_support_filter_bzip2(archive)
        archive_read_support_filter_compress(archive)
        archive_read_support_filter_xz(archive)
        archive_read_support_filter_lzip(archive)
        archive_read_support_filter_lz4(archive)
        archive_read_support_filter_zstd(archive)
        archive_read_support_format_zip(archive)
        archive_read_support_format_tar(archive)
        archive_read_support_format_7zip(archive)
        archive_read_support_format_raw(archive)
        guard lseek(file.descriptor, 0, SEEK_SET) == 0,
            archive_read_open_fd(archive, file.descriptor, 1 << 16) == ARCHIVE_OK
        else {
            let failure = failure(archive)
            archive_read_free(archive)
            throw failure
        }
        return archive
    }

    /// The member to read, by its place in the archive.
    static func results(
        in file: ByteFile, limits: UnpackingLimits
    ) throws(ResultsError) -> (index: Int, packing: ResultsPacking) {
        // libarchive gives names in the thread's character set, and none at all where that cannot hold them.
        let unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
        let before = unicode.map { uselocale($0) }
        defer {
            if let before { uselocale(before) }
            if let unicode { freelocale(unicode) }
        }
        return try chosen(in: file, limits)
    }

    private static func chosen(
        in file: ByteFile, _ limits: UnpackingLimits
    ) throws(ResultsError) -> (index: Int, packing: ResultsPacking) {
        let archive = try open(file)
        defer { archive_read_free(archive) }
        var passing = Passing(archive, packedBytes: try file.size(), limits: limits)
        var members: [Member] = []
        var index = 0
        var entry: OpaquePointer?
        while true {
            let status = archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { break }
            guard status >= ARCHIVE_WARN else { throw failure(archive) }
            if archive_format(archive) == ARCHIVE_FORMAT_RAW { return (0, compression(of: archive)) }
            if let member = member(entry, index) { members.append(member) }
            index += 1
            try passing.pass(entry)
        }
        guard let best = members.max(by: { $0.rank < $1.rank }) else { throw .archiveWithoutFile }
        return (best.index, packing(of: archive, member: best.name, files: members.count))
    }

    private static func compression(of archive: OpaquePointer) -> ResultsPacking {
        let isGzip = archive_filter_code(archive, 0) == ARCHIVE_FILTER_GZIP
        return isGzip ? .gzip : .compressed(archive_filter_name(archive, 0).map { String(cString: $0) } ?? "packed")
    }

    private static func packing(of archive: OpaquePointer, member: String, files: Int) -> ResultsPacking {
        switch archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK {
        case ARCHIVE_FORMAT_TAR: .archive("tar", member: member, files: files)
        case ARCHIVE_FORMAT_7ZIP: .archive("7z", member: member, files: files)
        default: .zip(member: member, files: files)
        }
    }

    /// A file that may be results; nil for a folder, a link, or what a file manager adds.
    private static func member(_ entry: OpaquePointer?, _ index: Int) -> Member? {
        guard archive_entry_filetype(entry) & S_IFMT == S_IFREG else { return nil }
        let name = archive_entry_pathname(entry).map { String(cString: $0) } ?? "file \(index + 1)"
        let last = name.split(separator: "/").last ?? ""
        guard !name.hasPrefix("__MACOSX/"), !last.hasPrefix(".") else { return nil }
        return Member(index: index, name: name, size: archive_entry_size(entry))
    }

    static func failure(_ archive: OpaquePointer) -> ResultsError {
        .archive(archive_error_string(archive).map { String(cString: $0) } ?? "damaged archive")
    }
}

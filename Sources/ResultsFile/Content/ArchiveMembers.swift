import CArchive
import Glibc

/// The members of an archive that are the results, by index, and how they are compressed.
struct ArchiveResults {
    var places: [Int]
    /// The file name extension of the members, in lower case and without the dot.
    var ending: String
    var packing: ResultsPacking
    /// Why the archive may contain more results after the found ones.
    var fault: ResultsError?
}

/// Lists the files in an archive and chooses the results.
enum ArchiveMembers {
    private struct Member {
        var index: Int
        var name: String
        var size: Int64

        var isNamedResults: Bool { name.lowercased().contains("result") }

        /// The file name extension, in lower case and without the dot; empty if there is no dot.
        var ending: String {
            let parts = (name.split(separator: "/").last ?? "").split(separator: ".", omittingEmptySubsequences: false)
            return parts.count > 1 ? parts.last?.lowercased() ?? "" : ""
        }

        var isOfKnownKind: Bool { ["jsonl", "ndjson", "json", "csv", "tsv"].contains(ending) }

        /// The rank of a candidate: a name with "result" counts most, then a known kind, then the size.
        var rank: (Int, Int, Int64) { (isNamedResults ? 1 : 0, isOfKnownKind ? 1 : 0, size) }
    }

    /// Opens an archive at its beginning, or a single compressed file, of any type in ``PackedMark``; the caller frees it.
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
            let failure = failure(archive, packedBytes: try file.size())
            archive_read_free(archive)
            throw failure
        }
        return archive
    }

    /// The members to read.
    static func results(in file: ByteFile, limits: UnpackingLimits) throws(ResultsError) -> ArchiveResults {
        // libarchive returns names in the thread's character set, or none if that set cannot represent them.
        let unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
        let before = unicode.map { uselocale($0) }
        defer {
            if let before { uselocale(before) }
            if let unicode { freelocale(unicode) }
        }
        return try chosen(in: file, limits)
    }

    /// The content of an archive.
    private enum Listing {
        /// One compressed file without an archive.
        case single(ResultsPacking)
        /// The files, and why the list may be incomplete.
        case members([Member], ResultsError?)
    }

    private static func chosen(in file: ByteFile, _ limits: UnpackingLimits) throws(ResultsError) -> ArchiveResults {
        let archive = try open(file)
        defer { archive_read_free(archive) }
        switch try list(archive, packedBytes: try file.size(), limits) {
        case .single(let packing): return ArchiveResults(places: [0], ending: "", packing: packing)
        case .members(let members, let fault):
            guard let best = members.max(by: { $0.rank < $1.rank }) else { throw fault ?? .archiveWithoutFile }
            let parts = parts(like: best, among: members)
            let packing = packing(of: archive, member: best.name, parts: parts.count, files: members.count)
            return ArchiveResults(places: parts.map(\.index), ending: best.ending, packing: packing, fault: fault)
        }
    }

    /// Lists the members of an archive; if it is damaged, the members before the damage.
    private static func list(
        _ archive: OpaquePointer, packedBytes: Int64, _ limits: UnpackingLimits
    ) throws(ResultsError) -> Listing {
        var passing = Passing(archive, packedBytes: packedBytes, limits: limits)
        var members: [Member] = []
        var index = 0
        var entry: OpaquePointer?
        while true {
            let status = archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { return .members(members, nil) }
            guard status >= ARCHIVE_WARN else { return .members(members, failure(archive, packedBytes: packedBytes)) }
            if archive_format(archive) == ARCHIVE_FORMAT_RAW {
                // The file begins as an archive, but its first header is incomplete.
                guard archive_filter_count(archive) > 1 else { throw .truncated(bytes: packedBytes) }
                return .single(compression(of: archive))
            }
            if let member = member(entry, index) { members.append(member) }
            index += 1
            do throws(ResultsError) {
                try passing.pass(entry)
            } catch .truncated(let bytes) {
                return .members(members, .truncated(bytes: bytes))
            } catch .archive(let problem) {
                return .members(members, .archive(problem))
            }
        }
    }

    /// The members of the same kind as the best one, in order; if a name occurs twice, the later member.
    private static func parts(like best: Member, among members: [Member]) -> [Member] {
        guard best.isOfKnownKind || best.ending.isEmpty else { return [best] }
        let alike = members.filter { $0.ending == best.ending && $0.isNamedResults == best.isNamedResults }
        let last = Dictionary(alike.map { ($0.name, $0.index) }) { $1 }
        return alike.filter { last[$0.name] == $0.index }
    }

    private static func compression(of archive: OpaquePointer) -> ResultsPacking {
        let isGzip = archive_filter_code(archive, 0) == ARCHIVE_FILTER_GZIP
        return isGzip ? .gzip : .compressed(archive_filter_name(archive, 0).map { String(cString: $0) } ?? "packed")
    }

    private static func packing(of archive: OpaquePointer, member: String, parts: Int, files: Int) -> ResultsPacking {
        switch archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK {
        case ARCHIVE_FORMAT_TAR: .archive("tar", member: member, parts: parts, files: files)
        case ARCHIVE_FORMAT_7ZIP: .archive("7z", member: member, parts: parts, files: files)
        default: .zip(member: member, parts: parts, files: files)
        }
    }

    /// A file that may be results; nil for a folder, a link, or a file that a file manager adds.
    private static func member(_ entry: OpaquePointer?, _ index: Int) -> Member? {
        guard archive_entry_filetype(entry) & S_IFMT == S_IFREG else { return nil }
        let name = archive_entry_pathname(entry).map { String(cString: $0) } ?? "file \(index + 1)"
        let last = name.split(separator: "/").last ?? ""
        guard !name.hasPrefix("__MACOSX/"), !last.hasPrefix(".") else { return nil }
        return Member(index: index, name: name, size: archive_entry_size(entry))
    }

    /// Why an archive cannot be read further: it is truncated or damaged.
    ///
    /// libarchive has no code for truncation, but it has then read all bytes, or all but a part of gzip's trailer.
    static func failure(_ archive: OpaquePointer, packedBytes: Int64) -> ResultsError {
        let left = packedBytes - archive_filter_bytes(archive, -1)
        let trailer: Int64 = archive_filter_code(archive, 0) == ARCHIVE_FILTER_GZIP ? 8 : 1
        if (0..<trailer).contains(left) { return .truncated(bytes: packedBytes) }
        return .archive(archive_error_string(archive).map { String(cString: $0) } ?? "damaged archive")
    }
}

import CArchive

/// Archives and compressed files written by libarchive, for content too long to make by hand.
enum Written {
    enum Kind: String, CaseIterable { case raw, tar, zip, sevenZip }

    /// - Parameter filter: one of the codes ARCHIVE_FILTER_….
    static func archive(_ kind: Kind, filter: Int32, _ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        let archive = archive_write_new()
        defer { archive_write_free(archive) }
        switch kind {
        case .raw: archive_write_set_format_raw(archive)
        case .tar: archive_write_set_format_pax_restricted(archive)
        case .zip: archive_write_set_format_zip(archive)
        case .sevenZip: archive_write_set_format_7zip(archive)
        }
        archive_write_add_filter(archive, filter)
        archive_write_set_bytes_in_last_block(archive, 1)
        var output = [UInt8](repeating: 0, count: 1 << 20)
        var used = 0
        output.withUnsafeMutableBytes { buffer in
            archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used)
            for member in members {
                let entry = archive_entry_new()
                archive_entry_set_pathname(entry, member.name)
                archive_entry_set_size(entry, Int64(member.bytes.count))
                archive_entry_set_filetype(entry, 0o100000)
                archive_entry_set_perm(entry, 0o644)
                archive_write_header(archive, entry)
                _ = member.bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
                archive_entry_free(entry)
            }
            archive_write_close(archive)
        }
        return Array(output.prefix(used))
    }
}

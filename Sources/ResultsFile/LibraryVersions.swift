import CArchive
import CSimdjson

extension ResultsFile {
    /// The version of libarchive, such as `3.6.2`.
    package static var archiveLibraryVersion: String {
        let number = Int(archive_version_number())
        return "\(number / 1_000_000).\(number / 1000 % 1000).\(number % 1000)"
    }

    /// The version of simdjson, such as `3.0.1`.
    package static var jsonLibraryVersion: String { String(cString: json_library_version()) }
}

/// Why a results file could not be opened, read, unpacked or exported.
///
/// A row that cannot be understood is not an error, but a row marked ``ItemOutcome/broken``.
package enum ResultsError: Error, Hashable, Sendable {
    /// The file could not be opened; `code` is the errno of open(2).
    case notOpened(path: String, code: Int32)
    /// Reading failed; `code` is the errno of pread(2).
    case notRead(code: Int32)
    /// Writing failed; `code` is the errno, ENOSPC if the disk is full.
    case notWritten(path: String, code: Int32)
    /// Another program shortened the file while it was being read.
    case shortened
    /// Another program changed the file after it was complete, so the index is no longer valid.
    case changed
    /// The target exists and may not be replaced.
    case alreadyExists(path: String)
    /// The archive is damaged, encrypted or of an unknown kind, in libarchive's words.
    case archive(String)
    /// The compressed file of this size in bytes is truncated.
    case truncated(bytes: Int64)
    /// The archive contains no file.
    case archiveWithoutFile
    /// Unpacking was stopped as a likely decompression bomb: the ratio or the size exceeded its limit.
    case unpacksTooLarge(unpacked: Int64, packed: Int64)
    /// The row does not exist.
    case noSuchRow(Int)
    /// The row is not a JSON value that can be shown as a tree.
    case rowNotReadable(RowFault)
    /// The work was canceled.
    case canceled
}

/// Why a results file could not be opened, read, unpacked or exported.
///
/// A row that cannot be understood is no error: it is a row marked ``ItemOutcome/broken``.
package enum ResultsError: Error, Hashable, Sendable {
    /// The file does not open; `code` is the errno of open(2).
    case notOpened(path: String, code: Int32)
    /// Reading failed; `code` is the errno of pread(2).
    case notRead(code: Int32)
    /// Writing failed; `code` is the errno, ENOSPC when the disk is full.
    case notWritten(path: String, code: Int32)
    /// Somebody else made the file shorter while it was being read.
    case shortened
    /// Somebody else changed the file after it was complete, so that what is known of it is true no more.
    case changed
    /// The target exists and may not be replaced.
    case alreadyExists(path: String)
    /// The archive is damaged, encrypted or of an unknown kind, in libarchive's words.
    case archive(String)
    /// The packed file, which has so many bytes, breaks off.
    case truncated(bytes: Int64)
    /// The archive holds no file.
    case archiveWithoutFile
    /// Unpacking was stopped because so much came out of so little, or more than the limit: a decompression bomb.
    case unpacksTooLarge(unpacked: Int64, packed: Int64)
    /// The row does not exist.
    case noSuchRow(Int)
    /// The row is no JSON value that can be shown as a tree.
    case rowNotReadable(RowFault)
    /// The work was canceled.
    case canceled
}

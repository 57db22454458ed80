package import Intuned
package import ResultsFile

/// Why results were not read into memory, or not understood.
package enum PeekFailure: Error, Hashable, Sendable {
    /// The store refused the link with this status and code; a renewed link may work.
    case expired(status: Int, code: Open<StoreErrorCode>?)
    /// The store refused with this status and code.
    case refused(status: Int, code: Open<StoreErrorCode>?)
    /// The store's redirect with this status is not followed.
    case redirected(status: Int, RedirectProblem)
    /// The connection to the store failed.
    case transport(HTTPTransportError)
    /// The store sent more bytes than are read into memory.
    case tooLarge(limit: Int)
    /// The length of the results differs from the announced one.
    case wrongLength(received: Int, promised: Int)
    /// The results could not be read.
    case notRead(ResultsError)
    /// The results are not a list of items.
    case withoutItems
}

/// How much is read into memory without being asked.
package enum PeekLimit {
    /// The largest results, in bytes.
    package static let bytes = 8 << 20
    /// The most bytes that packed results may unpack to.
    package static let unpackedBytes = 128 << 20
}

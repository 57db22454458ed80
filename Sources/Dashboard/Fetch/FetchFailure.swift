package import Intuned
package import ResultsFile

/// Why a fetch ended without its file.
package enum FetchFailure: Error, Hashable, Sendable {
    /// A file of that name is there and nobody agreed to replace it.
    case fileExists(path: String)
    /// The platform has no results for this run.
    case noResults
    /// The request for the run failed, so no link is known; the partial file is kept, when a path is given.
    case run(IntunedError, partial: String? = nil)
    /// The store refused, also with a renewed link or after several tries; `code` is what its answer names as the reason.
    ///
    /// What came is kept, when a path is given.
    case refused(status: Int, code: Open<StoreErrorCode>? = nil, partial: String? = nil)
    /// The store's redirect with this status is not followed; what came is kept, when a path is given.
    case redirected(status: Int, RedirectProblem, partial: String? = nil)
    /// The way to the store failed; what came is kept, when a path is given.
    case transport(HTTPTransportError, partial: String?)
    /// Another length came than was promised; what came is kept under the path.
    case wrongLength(received: Int, promised: Int, partial: String)
    /// The file could not be written.
    case file(FileFailure)
    /// The user stopped it.
    case cancelled
}

extension FetchFailure {
    /// Whether the fetch of any other run would fail in the same way: the network, the key, the disk.
    package var concernsEveryRun: Bool {
        switch self {
        case .run(let error, _): error.concernsEveryRun
        case .transport(let error, _): error.concernsEveryRun
        case .file(let failure): !failure.concernsOnePath
        case .refused(_, let code, _): code?.meaning == .clock
        case .fileExists, .noResults, .redirected, .wrongLength, .cancelled: false
        }
    }

    /// Whether what the fetch of any other run would meet is met by the runs of other profiles too: the disk, the way to the store.
    package var concernsEveryProfile: Bool {
        switch self {
        case .file, .transport: concernsEveryRun
        case .run, .refused, .fileExists, .noResults, .redirected, .wrongLength, .cancelled: false
        }
    }

    /// Whether what has come stays under the name of the partial file.
    package var keepsPartial: Bool {
        switch self {
        // A file of that name has come since the fetch began, or there would be none to keep.
        case .wrongLength, .fileExists: true
        case .transport, .refused, .redirected, .run, .noResults, .file, .cancelled: canContinue
        }
    }

    /// Whether another fetch could continue from what has come.
    package var canContinue: Bool {
        switch self {
        case .transport(_, let partial), .refused(_, _, let partial), .redirected(_, _, let partial), .run(_, let partial):
            partial != nil
        case .fileExists, .noResults, .wrongLength, .file, .cancelled: false
        }
    }
}

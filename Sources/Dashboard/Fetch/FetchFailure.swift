package import Intuned
package import ResultsFile

/// Why a fetch ended without its file.
package enum FetchFailure: Error, Hashable, Sendable {
    /// The file exists and the user did not agree to replace it.
    case fileExists(path: String)
    /// The platform has no results for this run.
    case noResults
    /// The request for the run failed, so no link is known; the partial file is kept if a path is given.
    case run(IntunedError, partial: String? = nil)
    /// The store refused, even with a renewed link or after several tries; `code` is the reason that its answer names.
    ///
    /// The partial file is kept if a path is given.
    case refused(status: Int, code: Open<StoreErrorCode>? = nil, partial: String? = nil)
    /// The store's redirect with this status is not followed; the partial file is kept if a path is given.
    case redirected(status: Int, RedirectProblem, partial: String? = nil)
    /// The connection to the store failed; the partial file is kept if a path is given.
    case transport(HTTPTransportError, partial: String?)
    /// The length of the file differs from the announced one; the file is kept under the path.
    case wrongLength(received: Int, promised: Int, partial: String)
    /// The file could not be written.
    case file(FileFailure)
    /// The user canceled the fetch.
    case cancelled
}

extension FetchFailure {
    /// Whether the fetch of every other run would fail in the same way: the network, the key, the disk.
    package var concernsEveryRun: Bool {
        switch self {
        case .run(let error, _): error.concernsEveryRun
        case .transport(let error, _): error.concernsEveryRun
        case .file(let failure): !failure.concernsOnePath
        case .refused(_, let code, _): code?.meaning == .clock
        case .fileExists, .noResults, .redirected, .wrongLength, .cancelled: false
        }
    }

    /// Whether the runs of other profiles would fail in the same way too: the disk, the connection to the store.
    package var concernsEveryProfile: Bool {
        switch self {
        case .file, .transport: concernsEveryRun
        case .run, .refused, .fileExists, .noResults, .redirected, .wrongLength, .cancelled: false
        }
    }

    /// Whether the received bytes are kept as the partial file.
    package var keepsPartial: Bool {
        switch self {
        // With `fileExists`, the file appeared after the fetch began; otherwise there would be no partial file.
        case .wrongLength, .fileExists: true
        case .transport, .refused, .redirected, .run, .noResults, .file, .cancelled: canContinue
        }
    }

    /// Whether another fetch could continue from the partial file.
    package var canContinue: Bool {
        switch self {
        case .transport(_, let partial), .refused(_, _, let partial), .redirected(_, _, let partial), .run(_, let partial):
            partial != nil
        case .fileExists, .noResults, .wrongLength, .file, .cancelled: false
        }
    }
}

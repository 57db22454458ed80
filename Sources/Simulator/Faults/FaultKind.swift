/// The kinds of faults.
package enum FaultKind: Sendable, Equatable {
    /// 401.
    case unauthorized
    /// 403.
    case forbidden
    /// 404.
    case notFound
    /// 429.
    case rateLimited(RetryAfter)
    /// 500 with the API's own body.
    case serverError
    /// 502 with a proxy's HTML page.
    case badGateway
    /// Another status from 503 up, with the API's own body.
    case unavailable(status: Int)
    /// This status with this code in the body, in the form of an S3-compatible store or of the API.
    case coded(status: Int, code: String)
    /// No answer at all.
    case hang
    /// The connection is reset instead of an answer.
    case reset
    /// The same, and an action is not carried out: the request was lost, not its answer.
    case lost
    /// The connection is reset after this many bytes of the body.
    case cut(after: Int64)
    /// Half of the body, with a matching Content-Length.
    case truncated
    /// A body that is not JSON.
    case invalidJSON
    /// A Content-Length that is wrong by this many bytes.
    case wrongLength(by: Int64)
    /// This many bytes of the body every tenth of a second.
    case slow(bytesPerTick: Int)
    /// This many seconds before anything is sent.
    case delay(seconds: Double)
    /// Expired links: "get job run" returns them, the store refuses them.
    case expired
    /// The store does not support ranges.
    case noRange
    /// The body is sent with Content-Encoding: gzip.
    case gzip
    /// The store has a different object under the same key.
    case changed
    /// Valid JSON of another type than the answer's.
    case wrongRoot
    /// No body.
    case empty
    /// A redirect to this address; nil redirects to the requested address, in a loop.
    case redirect(to: String?, status: Int = 302)
    /// 304, although the request was not conditional.
    case notModified
    /// An endless body.
    case endless
    /// Endless headers.
    case endlessHeaders
    /// A body of 100 MB.
    case big
    /// An endless compressed body, 158 times as large when it is decompressed.
    case bomb
    /// A Date this many seconds ahead.
    case skew(seconds: Double)

    /// Whether an action with this fault is not carried out: a refusal says so, and a lost request never came.
    var preventsActions: Bool {
        switch self {
        case .unauthorized, .forbidden, .notFound, .rateLimited, .lost, .redirect: true
        case .coded(let status, _): status < 500
        case .serverError, .badGateway, .unavailable, .hang, .reset, .cut, .truncated, .invalidJSON, .wrongLength, .slow, .delay,
            .expired, .noRange, .gzip, .changed, .wrongRoot, .empty, .notModified, .endless, .endlessHeaders, .big, .bomb, .skew:
            false
        }
    }

    /// What a 429 says about the wait.
    package enum RetryAfter: Sendable, Equatable {
        case notSaid
        case seconds(Int)
        /// A date this many seconds ahead.
        case date(secondsAhead: Int)
    }
}

/// What can go wrong.
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
    /// This status with this code in the body, as an S3-compatible store or the API writes it.
    case coded(status: Int, code: String)
    /// No answer, ever.
    case hang
    /// The connection is reset instead of an answer.
    case reset
    /// The connection is reset after that many bytes of the body.
    case cut(after: Int64)
    /// Half of the body, with a Content-Length that fits.
    case truncated
    /// A body that is no JSON.
    case invalidJSON
    /// A Content-Length that is off by that much.
    case wrongLength(by: Int64)
    /// That many bytes of the body every tenth of a second.
    case slow(bytesPerTick: Int)
    /// That many seconds before anything is sent.
    case delay(seconds: Double)
    /// Links that have ended: given out so by "get job run", refused by the store.
    case expired
    /// The store knows no ranges.
    case noRange
    /// The body is sent with Content-Encoding: gzip.
    case gzip
    /// The store has another object under the same key.
    case changed
    /// Valid JSON of another type than the answer's.
    case wrongRoot
    /// No body.
    case empty
    /// A redirect to that address; nil is the very address that was asked for, a loop.
    case redirect(to: String?, status: Int = 302)
    /// 304, although nothing was asked conditionally.
    case notModified
    /// A body without end.
    case endless
    /// Headers without end.
    case endlessHeaders
    /// A body of 100 MB.
    case big
    /// A compressed body without end, 158 times as large when it is unpacked.
    case bomb
    /// A Date that many seconds ahead.
    case skew(seconds: Double)

    /// What a 429 says about the wait.
    package enum RetryAfter: Sendable, Equatable {
        case notSaid
        case seconds(Int)
        /// As a date that many seconds ahead.
        case date(secondsAhead: Int)
    }
}

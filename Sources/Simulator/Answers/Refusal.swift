/// The error with which a call is answered (API.md, section 4).
enum Refusal: Error, Equatable {
    case badRequest(String)
    case unauthorized
    case forbidden(String)
    case notFound(String)
    case methodNotAllowed(String)
    case rateLimited
    case internalError
    case unavailable(status: Int)
    case coded(status: Int, code: String)

    /// The HTTP status.
    var status: Int {
        switch self {
        case .badRequest: 400
        case .unauthorized: 401
        case .forbidden: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .rateLimited: 429
        case .internalError: 500
        case .unavailable(let status), .coded(let status, _): status
        }
    }

    /// The body; the dice decide the correlation id.
    func json(_ dice: Dice) -> JSON {
        var dice = dice
        return [
            "code": .string(words.code), "category": .string(words.category), "message": .string(words.message),
            "retirable": .bool(status == 429 || status >= 500), "details": .null, "correlationId": .string(dice.uuid()),
        ]
    }

    /// The error code of S3 for the same status.
    var storeCode: String {
        switch self {
        case .badRequest: "InvalidRequest"
        case .unauthorized, .forbidden: "AccessDenied"
        case .notFound: "NoSuchKey"
        case .methodNotAllowed: "MethodNotAllowed"
        case .rateLimited: "SlowDown"
        case .internalError: "InternalError"
        case .unavailable: "ServiceUnavailable"
        case .coded(_, let code): code
        }
    }

    /// The words of the error; every 4xx has the category `user`, including 401 and 403: clients read a closed list.
    private var words: (code: String, category: String, message: String) {
        switch self {
        case .badRequest(let message): ("bad-request", "user", message)
        case .unauthorized: ("unauthorized", "user", "The API key is missing or not valid.")
        case .forbidden(let message): ("forbidden", "user", message)
        case .notFound(let message): ("not-found", "user", message)
        case .methodNotAllowed(let method): ("method-not-allowed", "user", "\(method) is not allowed here.")
        case .rateLimited: ("rate-limited", "user", "Too many requests: 20 per minute and path are allowed.")
        case .internalError: ("internal-server-error", "infrastructure", "Something went wrong on our side.")
        case .coded(_, let code): (code, status >= 500 ? "infrastructure" : "user", "\(code) on request.")
        case .unavailable: ("internal-server-error", "infrastructure", "The service is not available at the moment.")
        }
    }
}

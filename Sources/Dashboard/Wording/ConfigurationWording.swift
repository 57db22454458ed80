import Intuned

extension Wording {
    /// The meaning of a configuration field whose name does not explain it (API.md section 3.4).
    static func meaning(of line: Outline.Line) -> String? {
        switch line.name {
        case "requestTimeout": seconds(line).map { "at most \($0) per item" }
        case "maximumAttempts": "attempts per item"
        case "maxConcurrentRequests": "items in parallel"
        case "maxRuns": "maximum number of items"
        case "skipOnFail": "failed items are not sent to the sink"
        case "apisToSend": "only these APIs are sent to the sink"
        case "checkAttempts": "attempts to validate the login"
        case "createAttempts": "attempts to create the login again"
        case "saveTrace": "a trace of the login is saved"
        case "forcePathStyle": "the bucket is part of the path"
        default: nil
        }
    }

    private static func seconds(_ line: Outline.Line) -> String? {
        guard case .number(let text) = line.value, let seconds = Double(text) else { return nil }
        return duration(seconds)
    }
}

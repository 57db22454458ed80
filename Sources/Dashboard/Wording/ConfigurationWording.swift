import Intuned

extension Wording {
    /// What a field of a configuration means where its name does not say it (API.md section 3.4).
    static func meaning(of line: Outline.Line) -> String? {
        switch line.name {
        case "requestTimeout": seconds(line).map { "seconds, \($0): the longest that one item may take" }
        case "maximumAttempts": "tries for each item"
        case "maxConcurrentRequests": "items at once"
        case "maxRuns": "the most items, also those added on the way"
        case "skipOnFail": "whether failed items are left out of the sink"
        case "apisToSend": "only these APIs go to the sink"
        case "checkAttempts": "tries to validate the login"
        case "createAttempts": "tries to make the login anew"
        case "saveTrace": "whether a trace of the login is kept"
        case "forcePathStyle": "whether the bucket stands in the path"
        default: nil
        }
    }

    private static func seconds(_ line: Outline.Line) -> String? {
        guard case .number(let text) = line.value, let seconds = Double(text) else { return nil }
        return duration(seconds)
    }
}

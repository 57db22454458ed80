/// The `configuration` of a job (API.md, 3.4).
struct Configuration: Sendable {
    var maximumAttempts: Int? = 3
    var maxConcurrentRequests = 5
    /// The time limit of an item, in seconds.
    var requestTimeout: Int? = 600
    var maxRuns: Int?
    var proxy: String?
}

extension Configuration {
    var json: JSON {
        var members: [JSON.Member] = []
        if let maximumAttempts { members.append(.init(key: "retry", value: ["maximumAttempts": .int(maximumAttempts)])) }
        members.append(.init(key: "maxConcurrentRequests", value: .int(maxConcurrentRequests)))
        if let requestTimeout { members.append(.init(key: "requestTimeout", value: .int(requestTimeout))) }
        if let maxRuns { members.append(.init(key: "maxRuns", value: .int(maxRuns))) }
        if let proxy { members.append(.init(key: "proxy", value: .string(proxy))) }
        return .object(members)
    }
}

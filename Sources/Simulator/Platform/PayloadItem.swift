/// One item of a job's payload: an API of the project and its parameters.
struct PayloadItem: Sendable {
    var apiName: String
    var parameters: JSON
    var requestTimeout: Int? = nil
    var maximumAttempts: Int? = nil
}

extension PayloadItem {
    var json: JSON {
        var members: [JSON.Member] = [
            .init(key: "apiName", value: .string(apiName)), .init(key: "parameters", value: parameters),
            .init(key: "requestTimeout", value: .int(requestTimeout ?? 600)),
        ]
        if let maximumAttempts { members.append(.init(key: "retry", value: ["maximumAttempts": .int(maximumAttempts)])) }
        return .object(members)
    }
}

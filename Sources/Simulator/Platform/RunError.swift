/// The error of a whole JobRun (API.md, 3.2).
struct RunError: Sendable, Equatable {
    var message: String
    var code: String
    var category: String
    var details: JSON?
    var correlationID: String?
    var retirable: Bool

    var json: JSON {
        [
            "message": .string(message), "code": .string(code), "category": .string(category), "details": details ?? .null,
            "correlationId": .text(correlationID), "retirable": .bool(retirable),
            "doc_url": .string("https://intunedhq.com/docs/main/05-references/error-codes#\(code)"),
        ]
    }

    /// The platform lost the run; the dice decide the correlation id.
    static func internalServerError(_ dice: Dice) -> RunError {
        var dice = dice
        return RunError(
            message: "The job run was interrupted by an internal error while scheduling browsers.",
            code: "internal-server-error", category: "infrastructure",
            details: ["component": "run-orchestrator", "lastHeartbeatSeconds": .int(dice.number(in: 31...240))],
            correlationID: dice.uuid(), retirable: true)
    }

    /// The plan's credits are used up.
    static let outOfCredits = RunError(
        message: "Not enough resource credits to run this job. Upgrade the plan or wait for the next billing period.",
        code: "insufficient-resource-credits", category: "billing", details: ["resource": "job-runs", "remaining": 0],
        correlationID: nil, retirable: false)
}

extension Dice {
    /// A random UUID in its usual form.
    mutating func uuid() -> String {
        let digits = Array(hex(32))
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        return parts.joined(separator: "-")
    }
}

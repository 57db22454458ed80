/// The order of a list of runs: `sortBy` (API.md, 2.1).
struct RunOrder: Sendable, Equatable {
    var keys: [Key]

    struct Key: Sendable, Equatable {
        var field: Field
        var descending: Bool
    }

    /// The fields for sorting.
    ///
    /// The platform shows two of them; the others are a guess.
    enum Field: String, Sendable, CaseIterable {
        case id
        case startTime = "start_time"
        case endTime = "end_time"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case status
        case type
        case payloads
        case successfulRuns = "successful_runs"
        case failedRuns = "failed_runs"
    }

    static let newestFirst = RunOrder(keys: [Key(field: .createdAt, descending: true)])

    /// Reads `start_time,desc/status,asc`.
    init(_ text: String) throws(Refusal) {
        keys = []
        for part in text.split(separator: "/", omittingEmptySubsequences: false) {
            let words = part.split(separator: ",", omittingEmptySubsequences: false)
            guard words.count == 2, let field = Field(rawValue: String(words[0])), words[1] == "asc" || words[1] == "desc" else {
                throw .badRequest("sortBy: \"\(part)\" is not a field and a direction such as start_time,desc.")
            }
            keys.append(Key(field: field, descending: words[1] == "desc"))
        }
    }

    init(keys: [Key]) {
        self.keys = keys
    }

    /// Whether the newest runs come first, if only the age decides; nil otherwise.
    var descendsByAge: Bool? {
        guard let key = keys.first, key.field == .createdAt || key.field == .startTime else { return nil }
        return key.descending
    }

    /// Whether one run comes before another; if they are equal, the newer run comes first.
    func areInOrder(_ left: Run, _ right: Run) -> Bool {
        for key in keys {
            let order = key.field.compare(left, right)
            if order != 0 { return key.descending ? order > 0 : order < 0 }
        }
        return left.ordinal > right.ordinal
    }
}

extension RunOrder.Field {
    /// Compares two runs; negative if the left run comes first in ascending order.
    ///
    /// A missing end is later than any end.
    fileprivate func compare(_ left: Run, _ right: Run) -> Int {
        switch self {
        case .id: order(left.id, right.id)
        case .startTime: order(left.startedAt, right.startedAt)
        case .endTime: order(left.endedAt?.milliseconds ?? .max, right.endedAt?.milliseconds ?? .max)
        case .createdAt: order(left.createdAt, right.createdAt)
        case .updatedAt: order(left.updatedAt, right.updatedAt)
        case .status: order(left.status.rawValue, right.status.rawValue)
        case .type: order(left.type.rawValue, right.type.rawValue)
        case .payloads: order(left.payloads, right.payloads)
        case .successfulRuns: order(left.succeeded, right.succeeded)
        case .failedRuns: order(left.failed, right.failed)
        }
    }

    private func order<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
        left < right ? -1 : left > right ? 1 : 0
    }
}

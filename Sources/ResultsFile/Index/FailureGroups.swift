import FoundationEssentials

/// The failure groups of a file while it is being read.
struct FailureGroups {
    /// The most groups; every further failure belongs to one last group, ``restSignature``.
    static let limit = 10_000
    static let restSignature = FailureSignature(text: "<other failures>")

    private(set) var groups: [FailureGroup] = []
    private var numbers: [FailureSignature: Int] = [:]

    /// Counts a failure; returns its group's number.
    mutating func add(code: String?, message: String?, row: Int, started: Int64?) -> Int {
        let own = FailureSignature(code: code, message: message)
        let isFull = groups.count >= Self.limit && numbers[own] == nil
        let signature = isFull ? Self.restSignature : own
        let date = started.map { Date(timeIntervalSince1970: Double($0) / 1_000) }
        if let number = numbers[signature] {
            count(date, in: number)
            return number
        }
        let number = groups.count
        numbers[signature] = number
        groups.append(
            FailureGroup(
                id: number, signature: signature, code: isFull ? nil : code,
                example: message.map { Excerpt.cut($0, Excerpt.length) }, exampleRow: row, count: 1,
                firstStarted: date, lastStarted: date))
        return number
    }

    private mutating func count(_ date: Date?, in number: Int) {
        groups[number].count += 1
        guard let date else { return }
        groups[number].firstStarted = min(groups[number].firstStarted ?? date, date)
        groups[number].lastStarted = max(groups[number].lastStarted ?? date, date)
    }
}

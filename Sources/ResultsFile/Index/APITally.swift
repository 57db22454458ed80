/// The number of items of one API in a file.
package struct APITally: Hashable, Sendable {
    /// The API's name; nil for all APIs after the first 10,000 names.
    package var name: String?
    /// Items of the API.
    package var items: Int
    /// Failed items of the API.
    package var failed: Int
}

/// The APIs of a file while it is being read.
struct APITallies {
    static let limit = 10_000

    private(set) var tallies: [APITally] = []
    private var numbers: [String: Int] = [:]

    /// Counts an item; returns its API's number.
    mutating func add(_ name: String, hasFailed: Bool) -> Int {
        let number = number(of: name)
        tallies[number].items += 1
        if hasFailed { tallies[number].failed += 1 }
        return number
    }

    private mutating func number(of name: String) -> Int {
        if let number = numbers[name] { return number }
        guard tallies.count < Self.limit else {
            if tallies.count == Self.limit { tallies.append(APITally(name: nil, items: 0, failed: 0)) }
            return Self.limit
        }
        numbers[name] = tallies.count
        tallies.append(APITally(name: name, items: 0, failed: 0))
        return tallies.count - 1
    }
}

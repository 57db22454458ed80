/// extendPayload: list pages that add the items found on them, and the next page (API.md, section 6).
struct Growth: Sendable {
    var apiName: String
    /// How many items one page adds.
    var perPage: Int
    /// How many items a run has in the end.
    var items: ClosedRange<Int>
}

/// The growth of a run with extendPayload: list pages add their items and the next page (API.md, section 6).
struct Growth: Sendable {
    var apiName: String
    /// The items that one page adds.
    var perPage: Int
    /// The final number of a run's items.
    var items: ClosedRange<Int>
}

/// The changes to the headings of a csv file that made each of them unique.
package struct CSVHeadings: Hashable, Sendable {
    /// Repeated headings; each got a number appended.
    package var doubled = 0
    /// Columns without a heading; each was named by its number.
    package var empty = 0

    /// Creates a value without changes.
    package init() {}

    init(_ headings: [String]) {
        let named = headings.filter { !$0.isEmpty }
        doubled = named.count - Set(named).count
        empty = headings.count - named.count
    }
}

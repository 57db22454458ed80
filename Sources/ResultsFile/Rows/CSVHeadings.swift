/// What was changed in the headings of a csv file, so that each column has a name of its own.
package struct CSVHeadings: Hashable, Sendable {
    /// Headings that stood before; each got a number behind it.
    package var doubled = 0
    /// Columns without a heading; each was named by its number.
    package var empty = 0

    /// Nothing was changed.
    package init() {}

    init(_ headings: [String]) {
        let named = headings.filter { !$0.isEmpty }
        doubled = named.count - Set(named).count
        empty = headings.count - named.count
    }
}

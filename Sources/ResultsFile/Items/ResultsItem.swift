/// One item with all its parts.
package struct ResultsItem: Hashable, Sendable {
    /// The row's summary.
    package var row: ResultsRow
    /// The whole row; a csv record is an object with its columns as names.
    package var tree: JSONTree
    /// The places of the parts in the tree.
    package var parts: ItemParts
}

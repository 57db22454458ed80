/// One item with all its parts.
package struct ResultsItem: Hashable, Sendable {
    /// The row in short.
    package var row: ResultsRow
    /// The whole row; a csv record is an object by its columns.
    package var tree: JSONTree
    /// Where the parts are in the tree.
    package var parts: ItemParts
}

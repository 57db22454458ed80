/// One item with all its parts.
package struct ResultsItem: Hashable, Sendable {
    /// The row's summary.
    package var row: ResultsRow
    /// The whole row; a csv record is an object with its columns as names.
    package var tree: JSONTree
    /// The places of the parts in the tree.
    package var parts: ItemParts

    /// The value of a field of the output in the tree, by the name with which a query finds it; nil if there is none.
    package func value(ofField name: String) -> Int? {
        tree.withNodes { OutputLookup(name).find(in: $0, parts) }
    }
}

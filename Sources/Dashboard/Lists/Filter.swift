import Query

/// What the user typed to narrow a list; filtering is up to the client, not the platform (API.md section 2.1).
package struct Filter: Hashable, Sendable {
    /// The typed text.
    package var text = ""

    /// Creates a filter; without text it passes every row.
    package init(_ text: String = "") {
        self.text = text
    }

    /// Whether nothing is typed.
    package var isEmpty: Bool { text.allSatisfy { $0 == " " } }

    /// The text read as a query over a list's fields.
    func query(_ names: FieldNames) -> Query { Query(text, names) }
}

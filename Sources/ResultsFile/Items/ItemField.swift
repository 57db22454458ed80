/// A field of an item's output.
package struct ItemField: Hashable, Sendable {
    /// The member's name, cut to about 100 bytes.
    ///
    /// A member of a nested object has the names of both, joined by a dot: `seller.name`. A field of an array's first element
    /// begins with its place: `[0].title`.
    package var name: String
    /// The value; a string or number is cut to about 200 bytes.
    package var value: FieldValue

    /// Creates a field.
    package init(_ name: String, _ value: FieldValue) {
        (self.name, self.value) = (name, value)
    }
}

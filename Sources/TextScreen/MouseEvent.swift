/// An action of the mouse and the cell under the pointer.
package struct MouseEvent: Hashable, Sendable {
    /// What was done.
    package enum Kind: Hashable, Sendable {
        /// The left button was pressed.
        case press
        /// The wheel was turned by one step.
        case wheelUp, wheelDown
    }

    /// What was done.
    package var kind: Kind
    /// The column of the cell, counted from 0.
    package var column: Int
    /// The row of the cell, counted from 0.
    package var row: Int

    /// Creates an event.
    package init(_ kind: Kind, column: Int, row: Int) { (self.kind, self.column, self.row) = (kind, column, row) }
}

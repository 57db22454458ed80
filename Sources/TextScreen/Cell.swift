/// One cell of the screen.
package struct Cell: Hashable, Sendable {
    /// One character with its combining marks, or the right half of a wide character.
    package var glyph: Glyph
    /// The role of the character.
    package var role: Role
    /// Whether the cell belongs to the row that the cursor is on, which has a background of its own.
    package var isSelected: Bool
    /// Whether the character belongs to a text that has just changed.
    package var isChanged: Bool

    /// A cell that shows a glyph, which takes one column, or two if the cell to its right is the right half.
    package init(_ glyph: Glyph = .blank, role: Role = .normal, isSelected: Bool = false, isChanged: Bool = false) {
        self.glyph = glyph
        self.role = role
        self.isSelected = isSelected
        self.isChanged = isChanged
    }

    /// The glyph as text: `" "` is a blank, `""` the right half of a wide character.
    package var text: String { glyph.text }

    /// A blank of the normal role.
    package static let blank = Cell()
}

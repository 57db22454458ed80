/// One place of the screen.
package struct Cell: Hashable, Sendable {
    /// One character with the marks that combine with it; `" "` is a blank, `""` the right half of a wide character.
    package var text: String
    /// What the character is part of.
    package var role: Role

    /// A cell that shows `text`, which takes one column, or two if the cell to its right is `""`.
    package init(text: String = " ", role: Role = .normal) {
        self.text = text
        self.role = role
    }

    /// Nothing on plain ground.
    package static let blank = Cell()
}

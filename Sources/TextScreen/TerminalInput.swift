/// Something that came from the terminal.
package enum TerminalInput: Hashable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// The terminal has a new size.
    case resized(Size)
    /// The terminal is gone: nothing more will come, and nothing can be shown.
    case closed
}

/// Something that came from the terminal.
package enum TerminalInput: Hashable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// A text was pasted, which is not to be taken for keys; it may hold control characters.
    case pasted(String)
    /// The terminal has a new size.
    case resized(Size)
    /// The terminal is gone: nothing more will come, and nothing can be shown.
    case closed
}

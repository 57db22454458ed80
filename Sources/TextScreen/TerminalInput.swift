/// One input event from the terminal.
package enum TerminalInput: Hashable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// A text was pasted and must not be treated as keys; it may contain control characters.
    case pasted(String)
    /// The mouse was used while the terminal reports it; see `TerminalDevice.reportMouse(_:)`.
    case mouse(MouseEvent)
    /// The terminal got the focus of the keyboard, or lost it; few terminals tell.
    case focused(Bool)
    /// The terminal has a new size.
    case resized(Size)
    /// The terminal is gone: no more input comes, and nothing can be shown.
    case closed
}

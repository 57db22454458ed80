/// A character terminal for a program that draws canvases and reads keys.
///
/// Only the main thread may use it.
package protocol TerminalDevice: AnyObject {
    /// The current size of the terminal.
    var size: Size { get }
    /// The characters that the terminal can show.
    var charset: Charset { get }
    /// The descriptor to wait on; when it is readable, `readInput()` has input.
    var inputDescriptor: Int32 { get }

    /// Whether this process may use the terminal now, as far as the process can know.
    var isInForeground: Bool { get }

    /// Makes the terminal show the canvas, cut or padded with blanks where its size is not the terminal's.
    func paint(_ canvas: Canvas)

    /// Makes the next `paint(_:)` send every cell again, for a screen that another program wrote on.
    func redraw()

    /// Returns all waiting input, in order; never blocks, and returns nothing after `.closed`.
    func readInput() -> [TerminalInput]

    /// Asks the terminal to put the text on the user's clipboard.
    ///
    /// - Returns: whether the request was sent; no terminal reports whether it obeyed.
    func copy(_ text: String) -> Bool

    /// Rings the bell, and asks the terminal to show a notification if it is of a kind that may.
    ///
    /// Both texts may be foreign: nothing in them ends the request.
    func alert(title: String, text: String)

    /// Gives the terminal another title until it is given back; does nothing where a title cannot be given back.
    func setTitle(_ title: String)

    /// Asks the terminal to report the mouse, or to keep it for its own selection; after a suspension it is asked again.
    ///
    /// - Returns: whether the request was sent; nothing is sent to a terminal that is not known to understand it.
    func reportMouse(_ isOn: Bool) -> Bool

    /// Gives the terminal back, stops this process as `^Z` would, and returns when it is continued, ready to paint.
    ///
    /// A process that is continued in the background is stopped again, as the system stops every background process that uses the
    /// terminal. A process that nobody can bring to the foreground is not stopped again, and `readInput()` then returns
    /// `.closed`.
    /// - Parameter isLeaving: whether a signal has asked the process to leave; called in the background. If it returns true, this
    ///   method returns and the terminal stays given back.
    func suspend(unless isLeaving: () -> Bool)

    /// Takes the terminal again, ready to paint, after the process was stopped, or sent to the background, other than by
    /// `suspend`.
    ///
    /// In the background the process stays stopped until it is in the foreground, as with `suspend(unless:)`.
    /// - Parameter isLeaving: as for `suspend(unless:)`.
    func reclaim(unless isLeaving: () -> Bool)

    /// Gives the terminal back permanently; a second call does nothing.
    func close()
}

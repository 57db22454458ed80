/// A character terminal: what a program that draws canvases and reads keys needs of it.
///
/// All of it belongs to the main thread.
package protocol TerminalDevice: AnyObject {
    /// The room that the terminal has now.
    var size: Size { get }
    /// The characters that it can show.
    var charset: Charset { get }
    /// The descriptor to wait on; when it is readable, `readInput()` has something to say.
    var inputDescriptor: Int32 { get }

    /// Whether this process may use the terminal now, as far as that can be known.
    var isInForeground: Bool { get }

    /// Makes the terminal show the canvas, which is cut or surrounded by blanks where its size is not the terminal's.
    func paint(_ canvas: Canvas)

    /// Makes the next `paint(_:)` send every cell again, for a screen that something else wrote on.
    func redraw()

    /// Takes everything that waits, in order; never blocks. After `.closed` nothing follows.
    func readInput() -> [TerminalInput]

    /// Asks the terminal to put the text on the user's clipboard.
    ///
    /// - Returns: whether the request was sent; no terminal answers whether it obeyed.
    func copy(_ text: String) -> Bool

    /// Sets the window's title and, with a text, rings and shows a notification, as far as the terminal can.
    func announce(_ announcement: Announcement)

    /// Gives the terminal back, stops this process as `^Z` would, and returns when it is continued, ready to paint.
    ///
    /// A process that is continued in the background is stopped again, as the system stops all that reach for the terminal there. One
    /// that nobody can bring to the foreground is not, and then `readInput()` says `.closed`.
    /// - Parameter isLeaving: whether a signal has asked the process to leave, which is asked in the background. Then this returns
    ///   with the terminal given back, and it stays so.
    func suspend(unless isLeaving: () -> Bool)

    /// Takes the terminal anew, ready to paint, in a process that was stopped, or sent to the background, without its own doing.
    ///
    /// In the background it waits, stopped, for the foreground, as `suspend(unless:)` does.
    /// - Parameter isLeaving: as for `suspend(unless:)`.
    func reclaim(unless isLeaving: () -> Bool)

    /// Gives the terminal back for good; a second call does nothing.
    func close()
}

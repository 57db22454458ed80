extension NcursesTerminal {
    /// Asks the terminal to put the text on the clipboard, beside what curses sends and without touching the screen.
    ///
    /// - Returns: false if the terminal is known not to understand, if the text is too long, or if the terminal is gone.
    package func copy(_ text: String) -> Bool {
        // What stands in for a VT420 has a clipboard, the VT420 has none.
        let terms = [screen.term, standIn?.missing].compactMap { $0 }
        guard !isClosed, !isGivenBack, terms.allSatisfy(ClipboardRequest.isUnderstood), let request = ClipboardRequest(text)
        else { return false }
        return send(String(decoding: request.bytes, as: UTF8.self))
    }
}

import Glibc

extension NcursesTerminal {
    /// Asks the terminal to put the text on the clipboard, beside what curses sends and without touching the screen.
    ///
    /// - Returns: false if the terminal is known not to understand, if the text is too long, or if the terminal is gone.
    package func copy(_ text: String) -> Bool {
        // What stands in for a VT420 has a clipboard, the VT420 has none.
        let terms = [screen.term, standIn?.missing].compactMap { $0 }
        guard terms.allSatisfy(ClipboardRequest.isUnderstood), let request = ClipboardRequest(text)
        else { return false }
        return transmit(request.bytes)
    }

    /// Sends bytes beside what curses sends; false if the terminal is gone or somebody else's.
    func transmit(_ bytes: [UInt8]) -> Bool {
        guard !isClosed, !isGivenBack else { return false }
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { write(screen.outputDescriptor, $0.baseAddress, $0.count) }
            if sent < 0 && errno == EINTR { continue }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }
}

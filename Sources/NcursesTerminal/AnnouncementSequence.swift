import TextScreen

/// The control strings that set a window's title and show a notification: OSC 2, 9 and 777 of xterm's ctlseqs, iTerm2 and urxvt.
enum AnnouncementSequence {
    /// Characters of a title or a notification.
    private static let longest = 200

    /// Puts the window's title on the terminal's stack, and back (XTWINOPS 22 and 23 of xterm's ctlseqs).
    static let (pushTitle, popTitle) = ("\u{1B}[22;0t", "\u{1B}[23;0t")

    /// Sets the title.
    static func title(_ text: String, _ charset: Charset) -> String { "\u{1B}]2;\(safe(text, charset))\u{7}" }

    /// Rings the bell, and shows a notification where the terminal can: terminals take one of the two kinds and ignore the other.
    static func notification(_ text: String, title: String, _ charset: Charset, isTmux: Bool) -> String {
        let (text, title) = (safe(text, charset), safe(title, charset))
        let strings = ["\u{1B}]9;\(title): \(text)\u{7}", "\u{1B}]777;notify;\(title);\(text)\u{7}"]
        // tmux passes on what stands in this envelope, with each Escape doubled (tmux(1), allow-passthrough).
        let sent = strings.map { isTmux ? "\u{1B}Ptmux;\($0.replacing("\u{1B}", with: "\u{1B}\u{1B}"))\u{1B}\\" : $0 }
        return "\u{7}" + sent.joined()
    }

    /// Whether a terminal of that name has a title and takes such strings: consoles and terminals of hardware would print them.
    static func isUnderstood(by term: String) -> Bool {
        ClipboardRequest.isUnderstood(by: term) && !term.hasPrefix("screen")
    }

    /// A text that can neither end the control string nor be taken for a further part of it.
    private static func safe(_ text: String, _ charset: Charset) -> String {
        let line = ScreenText.wrapped(text, columns: longest, charset: charset, maximumLines: 1).first ?? ""
        return String(line.unicodeScalars.map { $0 == ";" || $0.properties.generalCategory == .control ? "," : Character($0) })
    }
}

import TextScreen

/// How a terminal calls for attention: the bell, its title and notifications (xterm's ctlseqs; OSC 9 of iTerm2, OSC 777 of rxvt).
struct Attention {
    /// Characters of a text that are sent.
    static let longest = 200
    /// What makes the terminal tell about its focus, and what ends that (xterm's ctlseqs, "FocusIn/FocusOut").
    static let focus = (on: "\u{1B}[?1004h", off: "\u{1B}[?1004l")
    /// What the terminal tells then, with codes beside those of `Paste`.
    static let focusMarks: [(bytes: String, code: Int32, isFocused: Bool)] = [
        ("\u{1B}[I", 0x4002, true), ("\u{1B}[O", 0x4003, false),
    ]

    private static let kinds = [
        "xterm", "tmux", "screen", "rxvt", "alacritty", "kitty", "foot", "wezterm", "ghostty", "konsole", "gnome", "vte", "st-",
        "contour", "mlterm", "iterm",
    ]

    /// What keeps the former title and asks for news of the focus; nil where nothing may be sent.
    let beginning: String?
    /// What takes both back.
    let ending: String?
    private let isQuiet: Bool
    private let isInTmux: Bool
    private let charset: Charset

    /// - Parameter missing: the kind that the terminal says it is, if another one stands in for it.
    init(term: String, missing: String?, isQuiet: Bool, isInTmux: Bool, charset: Charset) {
        let isUsed = Self.isUnderstood(by: term, missing: missing) && !isQuiet
        beginning = isUsed ? "\u{1B}[22;0t" + Self.focus.on : nil
        ending = isUsed ? Self.focus.off + "\u{1B}[23;0t" : nil
        (self.isQuiet, self.charset) = (isQuiet, charset)
        self.isInTmux = isInTmux || term.hasPrefix("tmux")
    }

    /// Whether a terminal of that name takes requests that others would print.
    static func isOfAKind(_ term: String) -> Bool { kinds.contains { term.hasPrefix($0) } }

    /// Whether requests of this kind may be sent to a terminal of that name.
    ///
    /// - Parameter missing: the kind that the terminal says it is, if another one stands in for it.
    static func isUnderstood(by term: String, missing: String?) -> Bool {
        isOfAKind(term) && missing.map { isOfAKind($0) || ClipboardRequest.isUnderstood(by: $0) } ?? true
    }

    /// What sets the title; empty where the former one could not be given back.
    func title(_ text: String) -> String { beginning == nil ? "" : "\u{1B}]2;\(safe(text))\u{7}" }

    /// What rings the bell and shows a notification in the two ways that terminals know.
    func alert(title: String, text: String) -> String {
        guard !isQuiet else { return "" }
        guard beginning != nil else { return "\u{7}" }
        // A text that began with a number would be a command to ConEmu's descendants, so the title goes before it.
        let (title, text) = (safe(title), safe(text))
        let notes = ["\u{1B}]9;\(title): \(text)\u{7}", "\u{1B}]777;notify;\(title);\(text)\u{7}"]
        return "\u{7}" + notes.map(passed).joined()
    }

    /// tmux hands on what stands in its own envelope, in which each escape is doubled.
    private func passed(_ request: String) -> String {
        guard isInTmux else { return request }
        return "\u{1B}Ptmux;" + request.replacing("\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\"
    }

    /// The text without anything that ends a request or divides its parts.
    private func safe(_ text: String) -> String {
        String(ScreenText.clipped(text, columns: Self.longest, charset: charset).replacing(";", with: ",").prefix(Self.longest))
    }
}

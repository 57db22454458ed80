import CNcurses

/// What the terminfo database says of the current terminal; see terminfo(5) for the names.
enum Terminfo {
    /// The value of a string capability without its padding, or nil if the terminal lacks it.
    static func string(_ name: String) -> String? {
        // tigetstr answers -1 for a name that is not a string capability (curs_terminfo(3X)).
        guard let value = tigetstr(name), Int(bitPattern: value) != -1 else { return nil }
        return withoutPadding(String(cString: value))
    }

    /// What ends and what begins that a character beyond the last column goes to the next row; nil if that is not known.
    static var wrapping: (off: String, on: String)? {
        if let off = string("rmam"), let on = string("smam") { return (off, on) }
        // The entries of screen and tmux lack it, but both know DECAWM, as all do that speak ECMA-48.
        return string("cup")?.hasPrefix("\u{1B}[") == true ? ("\u{1B}[?7l", "\u{1B}[?7h") : nil
    }

    /// What begins and what ends that the terminal marks pasted text; nil if that is not known.
    static var pastes: (on: String, off: String)? {
        if let on = string("BE"), let off = string("BD") { return (on, off) }
        // Most entries lack it. Who does not know a private mode of ECMA-48 leaves it alone, so that shells send it everywhere.
        return string("cup")?.hasPrefix("\u{1B}[") == true ? ("\u{1B}[?2004h", "\u{1B}[?2004l") : nil
    }

    /// Whether the terminal shows dim text in a color of its own, as the Linux console does in dark grey.
    static var dimIsColor: Bool {
        let videoThatColorReplaces = tigetnum("ncv")
        return videoThatColorReplaces > 0 && videoThatColorReplaces & 16 != 0
    }

    /// `$<5/>` asks for a pause of 5 ms, which only slow hardware terminals need.
    static func withoutPadding(_ capability: String) -> String {
        var rest = capability[...]
        var plain = ""
        while let dollar = rest.firstIndex(of: "$"), rest[dollar...].hasPrefix("$<"),
            let end = rest[dollar...].firstIndex(of: ">")
        {
            plain += rest[..<dollar]
            rest = rest[rest.index(after: end)...]
        }
        return plain + rest
    }
}

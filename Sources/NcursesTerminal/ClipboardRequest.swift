/// The control string with which a program asks a terminal to set the clipboard: OSC 52 of xterm's ctlseqs.
struct ClipboardRequest {
    /// The text in base64, in bytes, that terminals take without cutting it (xterm and tmux take more).
    private static let longest = 74_994
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// What to send.
    let bytes: [UInt8]

    /// nil if the text is longer than terminals take.
    init?(_ text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        bytes = Array("\u{1B}]52;c;".utf8) + Self.base64(Array(text.utf8)) + [0x07]
    }

    /// Whether a terminal of that name may do it.
    ///
    /// Consoles and terminals of hardware have no clipboard, and some would print the request. Multiplexers pass it on or
    /// drop it.
    static func isUnderstood(by term: String) -> Bool {
        let without = ["linux", "dumb", "unknown", "ansi", "cons", "vt", "sun", "hurd", "mach", "wsvt"]
        return !without.contains { term.hasPrefix($0) }
    }

    /// RFC 4648, section 4.
    private static func base64(_ input: [UInt8]) -> [UInt8] {
        stride(from: 0, to: input.count, by: 3).flatMap { start in
            let group = input[start..<min(start + 3, input.count)]
            let padded = Array(group) + Array(repeating: 0, count: 3 - group.count)
            let bits = padded.reduce(0) { $0 << 8 | Int($1) }
            return (0..<4).map { place in
                place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "=")
            }
        }
    }
}

/// Text that is being pasted, from one mark of bracketed paste to the other (xterm's ctlseqs, "Bracketed Paste Mode").
///
/// It is not a series of keys: its letters are not meant as key presses.
struct Paste {
    /// What a terminal sends before and after, and the code that stands for it beside curses' own codes, which are smaller.
    static let marks = [("\u{1B}[200~", beginning), ("\u{1B}[201~", end)]
    static let beginning: Int32 = 0x4000
    private static let end: Int32 = 0x4001
    /// Bytes that are kept at most.
    private static let most = 4096
    /// The second mark, byte by byte, as it arrives over a slow line.
    private static let endBytes = Array("\u{1B}[201~".utf8)

    private var bytes: [UInt8] = []

    /// The text, once this completes it; bytes that are not UTF-8 are replaced.
    mutating func take(_ code: Int32) -> String? {
        if code == Self.end { return String(decoding: bytes, as: UTF8.self) }
        // A function key's sequence may be part of a text, but never of a text to search for.
        guard let byte = UInt8(exactly: code) else { return nil }
        if bytes.count >= Self.most { bytes.remove(at: Self.most - Self.endBytes.count) }
        bytes.append(byte)
        guard bytes.suffix(Self.endBytes.count) == Self.endBytes[...] else { return nil }
        return String(decoding: bytes.dropLast(Self.endBytes.count), as: UTF8.self)
    }
}

import TextScreen

/// The mouse as a terminal reports it (xterm's ctlseqs, "Mouse Tracking").
///
/// Mode 1000 reports buttons and the wheel; with mode 1006 ("SGR") a report is a control sequence with decimal numbers. A terminal
/// that knows only mode 1000 sends three bytes after `ESC [ M`, which would be keys if they were not taken together.
enum MouseReport {
    /// What switches the reports on and off.
    static let (on, off) = ("\u{1B}[?1000h\u{1B}[?1006h", "\u{1B}[?1006l\u{1B}[?1000l")
    /// Bytes of a control sequence that are kept; the longest sensible report is `<35;65535;65535`.
    static let longest = 24
    /// Bytes of an old report after `ESC [ M`.
    static let oldLength = 3

    /// The event that a sequence stands for, from `<` to the byte before the final one.
    ///
    /// It is nil for releases, whose final byte is `m`, for other buttons, with modifier keys, and for a malformed sequence.
    static func event(of sequence: [UInt8], final: UInt8) -> MouseEvent? {
        guard final == UInt8(ascii: "M"), sequence.first == UInt8(ascii: "<"), sequence.count < longest else { return nil }
        let parts = sequence.dropFirst().split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        let numbers = parts.compactMap(number)
        guard numbers.count == 3, parts.count == 3 else { return nil }
        return event(button: numbers[0], column: numbers[1], row: numbers[2])
    }

    /// The event that the three bytes of an old report stand for; each is 32 more than its number.
    static func event(ofOld bytes: [UInt8]) -> MouseEvent? {
        guard bytes.count == oldLength else { return nil }
        return event(button: Int(bytes[0]) - 32, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32)
    }

    /// The cell is counted from 1.
    private static func event(button: Int, column: Int, row: Int) -> MouseEvent? {
        let places = 1...65_535
        guard places.contains(column), places.contains(row) else { return nil }
        let kind: MouseEvent.Kind? =
            switch button {
            case 0: .press
            case 64: .wheelUp
            case 65: .wheelDown
            default: nil
            }
        return kind.map { MouseEvent($0, column: column - 1, row: row - 1) }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}

import CNcurses
import TextScreen

/// Turns what wgetch(3X) answers, bytes and numbers of function keys, into keys, pasted text and news of mouse and focus.
///
/// Bytes are taken rather than wide characters because wget_wch(3X) forgets the first half of a character whose second half
/// has not come yet, and swallows what follows a byte that is not UTF-8.
struct KeyDecoder {
    private enum State {
        case ground
        /// After an Escape, which may begin a sequence that curses does not know.
        case escape
        /// In a control sequence up to its final byte (ECMA-48, 5.4).
        case controlSequence
        /// Before the one character of a sequence that begins with `ESC O`.
        case singleShift
        /// In the bytes after `ESC [ M`, which are a report of the mouse.
        case oldReport
    }

    /// Whether `ESC [ M` begins a report of the mouse; where nobody asked for reports it may be a key.
    var expectsReports = false
    /// Whether `ESC ]` may begin an answer of the terminal; where nobody asked it is two keys.
    var expectsAnswers = false
    /// What the terminal told of its background since this was last emptied.
    var news: [BackgroundNews] = []
    private var state = State.ground
    private var character = UTF8Character()
    /// What came of a control sequence.
    private var sequence: [UInt8] = []
    /// The text that is being pasted; it may come in many pieces.
    private var paste: Paste?
    /// The answer that is coming; it may come in many pieces.
    private var answer: ControlString?

    /// What is known to have come now; keys of unknown sequences are left out.
    mutating func decode(_ code: Int32) -> [TerminalInput] {
        if paste != nil {
            guard let text = paste?.take(code) else { return [] }
            paste = nil
            return [.pasted(text)]
        }
        if let outcome = answer?.take(code) { return end(outcome, with: code) }
        if code == Paste.beginning {
            defer { paste = Paste() }
            return flush()
        }
        if let mark = Attention.focusMarks.first(where: { $0.code == code }) { return flush() + [.focused(mark.isFocused)] }
        return report(code) ?? keys(code).map(TerminalInput.key)
    }

    /// Takes the code that continued, ended or cut off an answer.
    private mutating func end(_ outcome: ControlString.Outcome, with code: Int32) -> [TerminalInput] {
        guard outcome != .more else { return [] }
        answer = nil
        switch outcome {
        case .more: return []
        case .complete(let bytes):
            if let ground = BackgroundRequest.ground(of: bytes) { news.append(.answer(ground)) }
            return []
        case .cut: return decode(code)
        case .cutByEscape:
            state = .escape
            return decode(code)
        case .typed(let bytes):
            let keys: [Key] = [.escape, .character("]")] + bytes.map { .character(Character(Unicode.Scalar($0))) }
            return keys.map(TerminalInput.key) + decode(code)
        }
    }

    /// What the terminal tells of itself with this byte at the end of a sequence; nil where the byte may be part of a key.
    private mutating func report(_ code: Int32) -> [TerminalInput]? {
        guard let byte = UInt8(exactly: code) else { return nil }
        switch (state, byte) {
        // The same marks, where their bytes come one by one.
        case (.controlSequence, UInt8(ascii: "I")) where sequence.isEmpty,
            (.controlSequence, UInt8(ascii: "O")) where sequence.isEmpty:
            state = .ground
            return [.focused(byte == UInt8(ascii: "I"))]
        case (.controlSequence, UInt8(ascii: "M")) where sequence.isEmpty && expectsReports:
            state = .oldReport
            return []
        case (.controlSequence, UInt8(ascii: "M")), (.controlSequence, UInt8(ascii: "m")):
            state = .ground
            return MouseReport.event(of: sequence, final: byte).map { [.mouse($0)] } ?? []
        case (.controlSequence, UInt8(ascii: "n")):
            state = .ground
            if let ground = BackgroundRequest.ground(ofNews: sequence) { news.append(.scheme(ground)) }
            return []
        case (.escape, UInt8(ascii: "]")) where expectsAnswers:
            state = .ground
            answer = ControlString()
            return []
        case (.oldReport, 0x20...):
            sequence.append(byte)
            guard sequence.count == MouseReport.oldLength else { return [] }
            state = .ground
            return MouseReport.event(ofOld: sequence).map { [.mouse($0)] } ?? []
        case (.oldReport, _), (.controlSequence, _), (.ground, _), (.escape, _), (.singleShift, _): return nil
        }
    }

    private mutating func keys(_ code: Int32) -> [Key] {
        guard let byte = UInt8(exactly: code) else {
            let before = flushedKeys()
            return before + (Self.key(code).map { [$0] } ?? [])
        }
        switch (state, byte) {
        case (.escape, UInt8(ascii: "[")):
            state = .controlSequence
            sequence = []
            return []
        case (.escape, UInt8(ascii: "O")):
            state = .singleShift
            return []
        case (.escape, _): return flushedKeys() + typed(byte)
        case (.controlSequence, 0x20...0x3F):
            if sequence.count < MouseReport.longest { sequence.append(byte) }
            return []
        case (.controlSequence, UInt8(ascii: "~")) where sequence == Array("200".utf8):
            state = .ground
            paste = Paste()
            return []
        case (.controlSequence, 0x40...0x7E), (.singleShift, 0x20...0x7E):
            state = .ground
            return []
        case (.controlSequence, _), (.singleShift, _), (.oldReport, _), (.ground, _):
            state = .ground
            return typed(byte)
        }
    }

    /// What is pressed if nothing follows: an Escape that began no sequence.
    ///
    /// A control sequence and a report continue with the next bytes, whenever they arrive: they are not keys.
    mutating func flush() -> [TerminalInput] {
        state == .controlSequence || state == .oldReport ? [] : flushedKeys().map(TerminalInput.key)
    }

    private mutating func flushedKeys() -> [Key] {
        defer { state = .ground }
        switch state {
        case .escape: return [.escape]
        case .ground, .controlSequence, .singleShift, .oldReport: return []
        }
    }

    private mutating func typed(_ byte: UInt8) -> [Key] {
        if byte < 0x80 { character = UTF8Character() }
        switch byte {
        case 0x1B:
            state = .escape
            return []
        case 0x08, 0x7F: return [.backspace]
        case 0x09: return [.tab]
        case 0x0A, 0x0D: return [.enter]
        case 0x01...0x1A: return [.control(Character(Unicode.Scalar(byte + 0x60)))]
        case 0x00...0x1F: return []
        default: return character.take(byte).map { [.character($0)] } ?? []
        }
    }

    private static func key(_ code: Int32) -> Key? {
        switch code {
        case KEY_UP: .up
        case KEY_DOWN: .down
        case KEY_LEFT: .left
        case KEY_RIGHT: .right
        case KEY_HOME, KEY_FIND, KEY_A1: .home
        case KEY_END, KEY_SELECT, KEY_C1: .end
        case KEY_PPAGE, KEY_A3: .pageUp
        case KEY_NPAGE, KEY_C3: .pageDown
        case KEY_BACKSPACE: .backspace
        case KEY_DC: .delete
        case KEY_IC: .insert
        case KEY_ENTER: .enter
        case KEY_BTAB: .backTab
        case (KEY_F0 + 1)...(KEY_F0 + 12): .function(Int(code - KEY_F0))
        default: nil
        }
    }
}

/// A control string that the terminal sends, after its `ESC ]` (ECMA-48, 5.6): an answer of the terminal.
///
/// It is neither keys nor text, however long or broken it is, and ends with BEL, ST or any other control character. What does not
/// begin with a number and a semicolon was typed.
struct ControlString {
    /// The meaning of a byte.
    enum Outcome: Equatable {
        /// The string continues, maybe much later.
        case more
        /// The string is complete; it may be broken.
        case complete([UInt8])
        /// The string was cut off, and this code begins something new.
        case cut
        /// The string was cut off by an Escape, which belongs to this code.
        case cutByEscape
        /// These bytes after `ESC ]` were typed, and so was this code.
        case typed([UInt8])
    }

    private var bytes: [UInt8] = []
    private var hasNumber = false
    private var endsWithEscape = false

    /// Takes what curses reads next.
    mutating func take(_ code: Int32) -> Outcome {
        if endsWithEscape { return code == Int32(UInt8(ascii: "\\")) ? .complete(bytes) : .cutByEscape }
        guard let byte = UInt8(exactly: code) else { return hasNumber ? .cut : .typed(bytes) }
        guard hasNumber else { return takeNumber(byte) }
        switch byte {
        case 0x1B:
            endsWithEscape = true
            return .more
        case 0x00...0x1F, 0x7F, 0x9C: return .complete(bytes)
        default:
            if bytes.count < BackgroundRequest.longest { bytes.append(byte) }
            return .more
        }
    }

    private mutating func takeNumber(_ byte: UInt8) -> Outcome {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9") where bytes.count < 4: break
        case UInt8(ascii: ";") where !bytes.isEmpty: hasNumber = true
        default: return .typed(bytes)
        }
        bytes.append(byte)
        return .more
    }
}

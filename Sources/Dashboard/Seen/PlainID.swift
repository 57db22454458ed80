/// The ids that may be offered to a shell.
package enum PlainID {
    /// The most characters of such an id.
    package static let most = 128

    /// Whether a text has only the characters of real ids (API.md section 3): ASCII letters, digits, `-`, `_` and `.`.
    ///
    /// Shells expand other characters in what they complete: bash runs `$(…)` in it. An id that begins with `-` would be an option.
    package static func isPlain(_ text: String) -> Bool {
        guard (1...most).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "-") else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            }
        }
    }
}

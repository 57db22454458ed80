/// The characters of JSON strings.
enum JSONText {
    /// Resolves the escapes of a string's content, at most `limit` bytes of it.
    ///
    /// Half a surrogate pair, which JavaScript writes and simdjson rejects, becomes U+FFFD; an unknown escape stays as written.
    static func decoded(_ inside: UnsafeBufferPointer<UInt8>, limit: Int = .max) -> String {
        let inside = UnsafeBufferPointer(rebasing: inside.prefix(limit))
        guard inside.contains(UInt8(ascii: "\\")) else { return String(decoding: inside, as: UTF8.self) }
        var decoder = Decoder(inside: inside)
        return String(decoding: decoder.run(), as: UTF8.self)
    }

    /// Appends a string as JSON, including quotes.
    static func append(quoted text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 { append(escaped: byte, to: &output) }
        output.append(UInt8(ascii: "\""))
    }

    /// Appends a byte as it appears inside a JSON string.
    static func append(escaped byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "\n"): output += Array(#"\n"#.utf8)
        case UInt8(ascii: "\r"): output += Array(#"\r"#.utf8)
        case UInt8(ascii: "\t"): output += Array(#"\t"#.utf8)
        case 0..<0x20:
            let digits = String(byte, radix: 16)
            output += Array("\\u\(digits.count == 1 ? "000" : "00")\(digits)".utf8)
        default: output.append(byte)
        }
    }

    private struct Decoder {
        let inside: UnsafeBufferPointer<UInt8>
        var position = 0
        var output: [UInt8] = []

        init(inside: UnsafeBufferPointer<UInt8>) {
            self.inside = inside
            output.reserveCapacity(inside.count)
        }

        mutating func run() -> [UInt8] {
            while position < inside.count {
                let byte = inside[position]
                position += 1
                guard byte == UInt8(ascii: "\\"), position < inside.count else {
                    output.append(byte)
                    continue
                }
                let letter = inside[position]
                position += 1
                resolve(letter)
            }
            return output
        }

        private mutating func resolve(_ letter: UInt8) {
            switch letter {
            case UInt8(ascii: "n"): output.append(0x0A)
            case UInt8(ascii: "t"): output.append(0x09)
            case UInt8(ascii: "r"): output.append(0x0D)
            case UInt8(ascii: "b"): output.append(0x08)
            case UInt8(ascii: "f"): output.append(0x0C)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(letter)
            case UInt8(ascii: "u"): appendCodePoint()
            default: output += [UInt8(ascii: "\\"), letter]
            }
        }

        private mutating func appendCodePoint() {
            guard let unit = hexUnit() else {
                output += Array(#"\u"#.utf8)
                return
            }
            var scalar = UInt32(unit)
            if unit & 0xFC00 == 0xD800 {
                let afterFirst = position
                if skip(#"\u"#), let second = hexUnit(), second & 0xFC00 == 0xDC00 {
                    scalar = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(second & 0x3FF))
                } else {
                    position = afterFirst
                }
            }
            output += Array(String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8)
        }

        private mutating func skip(_ text: StaticString) -> Bool {
            for offset in 0..<text.utf8CodeUnitCount {
                guard position < inside.count, inside[position] == text.utf8Start[offset] else { return false }
                position += 1
            }
            return true
        }

        private mutating func hexUnit() -> UInt16? {
            guard position + 4 <= inside.count else { return nil }
            var value: UInt16 = 0
            for offset in 0..<4 {
                guard let digit = Character(Unicode.Scalar(inside[position + offset])).hexDigitValue else { return nil }
                value = value << 4 | UInt16(digit)
            }
            position += 4
            return value
        }
    }
}

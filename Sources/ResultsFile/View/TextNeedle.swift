import Glibc

/// Words to search for in the bytes of rows, in any case of letters.
struct TextNeedle {
    /// The words in the forms that JSON and csv may contain, in small letters; any one of them matches.
    private let forms: [Form]
    /// Set if comparing letters needs more than ASCII rules.
    private let words: String?

    /// - Parameter words: at least one character.
    init(_ words: String) {
        let small = words.lowercased()
        let isASCII = small.utf8.allSatisfy { $0 < 0x80 }
        var forms: Set<[UInt8]> = [Self.escaped(small, asciiOnly: false)]
        // In a csv field, or around values, the text appears as typed.
        forms.insert(Array(small.utf8))
        if !isASCII {
            forms.insert(Self.escaped(small, asciiOnly: true))
            forms.insert(Self.escaped(words.uppercased(), asciiOnly: true))
        }
        self.forms = forms.map(Form.init)
        self.words = isASCII ? nil : small
    }

    /// Changes ASCII capitals to small letters; everything else stays.
    static func fold(_ bytes: inout [UInt8]) {
        bytes.withUnsafeMutableBufferPointer { bytes in
            for index in bytes.indices { bytes[index] |= bytes[index] &- 0x41 < 26 ? 0x20 : 0 }
        }
    }

    /// Whether a folded row contains the words.
    func isIn(_ folded: UnsafeRawBufferPointer) -> Bool {
        guard let base = folded.baseAddress else { return false }
        for form in forms where form.isIn(base, folded.count) { return true }
        // Rare and slow: capitals such as É are folded by the rules of Unicode.
        guard let words, folded.contains(where: { $0 >= 0x80 }) else { return false }
        return String(decoding: folded, as: UTF8.self).lowercased().contains(words)
    }

    /// The words as inside a JSON string, in small letters.
    private static func escaped(_ text: String, asciiOnly: Bool) -> [UInt8] {
        var quoted: [UInt8] = []
        JSONText.append(quoted: text, to: &quoted)
        let inside = String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
        guard asciiOnly else { return Array(inside.utf8) }
        let units = inside.utf16.map { unit in
            unit < 0x80 ? String(UnicodeScalar(UInt8(unit))) : "\\u" + hex(unit)
        }
        return Array(units.joined().lowercased().utf8)
    }

    private static func hex(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}

/// Bytes to search for: memmem(3) is not available from Swift, and Foundation's search takes no bytes.
private struct Form {
    private let bytes: [UInt8]
    /// The place of the byte that is rarest in results, for which memchr(3) stops least often.
    private let rarest: Int

    /// What JSON, addresses and English texts are made of, the most frequent byte first; any other is rarer.
    private static let frequent = Array("\"et,aio nrs:dlcu0m12p-/3_.g4h5f678b9y{}kvw".utf8)

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        func rank(_ byte: UInt8) -> Int { Self.frequent.firstIndex(of: byte) ?? Self.frequent.count }
        rarest = bytes.indices.max { rank(bytes[$0]) < rank(bytes[$1]) } ?? 0
    }

    func isIn(_ base: UnsafeRawPointer, _ count: Int) -> Bool {
        guard !bytes.isEmpty else { return true }
        var offset = 0
        while count - offset >= bytes.count,
            let hit = memchr(base + offset + rarest, Int32(bytes[rarest]), count - offset - bytes.count + 1)
        {
            let start = UnsafeRawPointer(hit) - rarest
            if memcmp(start, bytes, bytes.count) == 0 { return true }
            offset = start - base + 1
        }
        return false
    }
}

/// An encoding other than UTF-8 that the first bytes of a text name (The Unicode Standard, 23.8).
enum ByteOrderMark: CaseIterable {
    case utf32LittleEndian
    case utf32BigEndian
    case utf16LittleEndian
    case utf16BigEndian

    /// The encoding of a text; nil where it does not name one.
    init?(_ head: [UInt8]) {
        // That of UTF-32 begins as that of UTF-16 does.
        guard let found = Self.allCases.first(where: { head.starts(with: $0.bytes) }) else { return nil }
        self = found
    }

    /// The mark as it stands in a file.
    var bytes: [UInt8] {
        switch self {
        case .utf32LittleEndian: [0xFF, 0xFE, 0, 0]
        case .utf32BigEndian: [0, 0, 0xFE, 0xFF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        }
    }

    /// Bytes of the mark, which are those of a unit.
    var length: Int { bytes.count }

    private var isLittleEndian: Bool {
        switch self {
        case .utf32LittleEndian, .utf16LittleEndian: true
        case .utf32BigEndian, .utf16BigEndian: false
        }
    }

    /// Bytes at the end of a block that need what follows: a part of a unit, or the first half of a surrogate pair.
    func unfinished(_ bytes: [UInt8]) -> Int {
        let part = bytes.count % length
        guard length == 2, let last = units(Array(bytes.dropLast(part).suffix(2)), UInt16.self).last else { return part }
        return UTF16.isLeadSurrogate(last) ? part + 2 : part
    }

    /// The characters of a text; part of a unit, half of a pair and what is no character are U+FFFD.
    func text(_ bytes: [UInt8]) -> String {
        var text =
            length == 2
            ? String(decoding: units(bytes, UInt16.self), as: UTF16.self)
            : String(String.UnicodeScalarView(units(bytes, UInt32.self).map { Unicode.Scalar($0) ?? "\u{FFFD}" }))
        if bytes.count % length > 0 { text.append("\u{FFFD}") }
        return text
    }

    private func units<Unit: FixedWidthInteger & BitwiseCopyable>(_ bytes: [UInt8], _ type: Unit.Type) -> [Unit] {
        bytes.withUnsafeBytes { bytes in
            (0..<(bytes.count / length)).map { index in
                let unit = bytes.loadUnaligned(fromByteOffset: index * length, as: type)
                return isLittleEndian ? Unit(littleEndian: unit) : Unit(bigEndian: unit)
            }
        }
    }
}

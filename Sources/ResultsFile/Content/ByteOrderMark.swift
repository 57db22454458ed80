/// An encoding other than UTF-8, named by the first bytes of a text (The Unicode Standard, 23.8).
enum ByteOrderMark: CaseIterable {
    case utf32LittleEndian
    case utf32BigEndian
    case utf16LittleEndian
    case utf16BigEndian

    /// The encoding of a text; nil if there is no byte order mark.
    init?(_ head: [UInt8]) {
        // The mark of UTF-32 begins with the mark of UTF-16.
        guard let found = Self.allCases.first(where: { head.starts(with: $0.bytes) }) else { return nil }
        self = found
    }

    /// The bytes of the mark.
    var bytes: [UInt8] {
        switch self {
        case .utf32LittleEndian: [0xFF, 0xFE, 0, 0]
        case .utf32BigEndian: [0, 0, 0xFE, 0xFF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        }
    }

    /// The length of the mark, which is also the length of a unit.
    var length: Int { bytes.count }

    private var isLittleEndian: Bool {
        switch self {
        case .utf32LittleEndian, .utf16LittleEndian: true
        case .utf32BigEndian, .utf16BigEndian: false
        }
    }

    /// The number of bytes at the end of a block that need the next block: of a partial unit, or of half a surrogate pair.
    func unfinished(_ bytes: [UInt8]) -> Int {
        let part = bytes.count % length
        guard length == 2, let last = units(Array(bytes.dropLast(part).suffix(2)), UInt16.self).last else { return part }
        return UTF16.isLeadSurrogate(last) ? part + 2 : part
    }

    /// The characters of a text; parts of units, halves of pairs and invalid characters become U+FFFD.
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

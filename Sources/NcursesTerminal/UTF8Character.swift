/// A character of UTF-8 (RFC 3629) as its bytes come in, however they are spread over reads.
struct UTF8Character {
    private var bytes: [UInt8] = []
    private var length = 0

    /// The character that this byte completes.
    ///
    /// A byte that cannot come here is dropped with what was before it.
    mutating func take(_ byte: UInt8) -> Character? {
        if byte & 0xC0 == 0x80 {
            guard !bytes.isEmpty else { return nil }
            bytes.append(byte)
        } else {
            bytes = [byte]
            length = Self.length(startingWith: byte)
        }
        guard bytes.count >= length else { return nil }
        defer { bytes = [] }
        return String(validating: bytes, as: UTF8.self)?.first
    }

    private static func length(startingWith byte: UInt8) -> Int {
        switch byte {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }
}

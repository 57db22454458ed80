/// gzip and zip files made by hand, so that only libarchive reads them.
enum Packed {
    /// gzip (RFC 1952) of stored blocks (RFC 1951, 3.2.4).
    static func gzip(_ bytes: [UInt8]) -> [UInt8] { gzip(deflated: stored(bytes), of: bytes) }

    static func gzip(deflated: [UInt8], of bytes: [UInt8]) -> [UInt8] {
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + deflated + number(crc(bytes), 4) + number(UInt32(bytes.count), 4)
    }

    /// A run of one byte as a fixed Huffman block: 13 bits for 258 bytes.
    static func bomb(runs: Int) -> [UInt8] {
        gzip(deflated: deflatedRun(of: runs), of: [UInt8](repeating: 0x61, count: 1 + 258 * runs))
    }

    static func deflatedRun(of runs: Int) -> [UInt8] {
        var bits = Bits()
        bits.append(0b011, 3)
        bits.append(reversed: 0x30 + 0x61, 8)
        for _ in 0..<runs {
            bits.append(reversed: 0b1100_0101, 8)
            bits.append(reversed: 0, 5)
        }
        bits.append(reversed: 0, 7)
        return bits.bytes
    }

    /// A zip archive of stored members whose names are UTF-8 (APPNOTE 4.3, and bit 11 of 4.4.4).
    static func zip(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let name = Array(member.name.utf8)
            let size = number(UInt32(member.bytes.count), 4)
            let length = number(UInt32(name.count), 2)
            let common = row([20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0], number(crc(member.bytes), 4), size, size, length, [0, 0])
            let offset = number(UInt32(archive.count), 4)
            directory += row([0x50, 0x4B, 1, 2, 20, 3], common, [0, 0, 0, 0, 0, 0, 0, 0, 0xA4, 0x81], offset, name)
            archive += row([0x50, 0x4B, 3, 4], common, name, member.bytes)
        }
        let count = number(UInt32(members.count), 2)
        let end = row(number(UInt32(directory.count), 4), number(UInt32(archive.count), 4), [0, 0])
        return row(archive, directory, [0x50, 0x4B, 5, 6, 0, 0, 0, 0], count, count, end)
    }

    /// The members of a zip archive written to a pipe: checksum and lengths follow them (APPNOTE 4.3.9); of the directory at the
    /// end, the last record is enough (4.3.16).
    static func streamedZip(_ members: [(name: String, bytes: [UInt8], deflated: [UInt8])]) -> [UInt8] {
        var archive: [UInt8] = []
        for member in members {
            let unknown = [UInt8](repeating: 0, count: 12)
            let name = Array(member.name.utf8)
            let length = number(UInt32(name.count), 2)
            let header = row([0x50, 0x4B, 3, 4, 20, 0, 8, 8, 8, 0, 0, 0, 0x21, 0], unknown, length, [0, 0])
            let lengths = row(number(UInt32(member.deflated.count), 4), number(UInt32(member.bytes.count), 4))
            archive += row(header, name, member.deflated, [0x50, 0x4B, 7, 8], number(crc(member.bytes), 4), lengths)
        }
        return row(archive, [0x50, 0x4B, 5, 6], [UInt8](repeating: 0, count: 18))
    }

    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var start = 0
        repeat {
            let end = min(start + 65_535, bytes.count)
            let length = UInt32(end - start)
            output += row([end == bytes.count ? 1 : 0], number(length, 2), number(~length, 2), Array(bytes[start..<end]))
            start = end
        } while start < bytes.count
        return output
    }

    /// All of them one after the other: a sum of so many literals is more than some compilers can type-check.
    private static func row(_ parts: [UInt8]...) -> [UInt8] { parts.flatMap { $0 } }

    private static func number(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc = ~UInt32(0)
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }

    private struct Bits {
        var bytes: [UInt8] = []
        private var used = 8

        mutating func append(_ value: Int, _ count: Int) {
            for bit in 0..<count {
                if used == 8 {
                    bytes.append(0)
                    used = 0
                }
                bytes[bytes.count - 1] |= UInt8(value >> bit & 1) << UInt8(used)
                used += 1
            }
        }

        /// Huffman codes start with their highest bit.
        mutating func append(reversed value: Int, _ count: Int) {
            for bit in (0..<count).reversed() { append(value >> bit & 1, 1) }
        }
    }
}

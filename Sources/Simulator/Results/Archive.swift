/// zip and gzip files with stored, uncompressed content: valid for every reader, and created without a library.
enum Archive {
    /// A gzip file (RFC 1952) of stored blocks (RFC 1951, 3.2.4).
    static func gzip(_ content: [UInt8]) -> [UInt8] {
        var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        var rest = content[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            let length = UInt16(block.count)
            file.append(rest.isEmpty ? 1 : 0)
            file += little(length) + little(~length) + block
        } while !rest.isEmpty
        return file + little(CRC32.of(content)) + little(UInt32(truncatingIfNeeded: content.count))
    }

    /// A zip file (PKWARE's APPNOTE, method 0) with these entries.
    static func zip(_ entries: [(name: String, content: [UInt8])]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in entries {
            let size = UInt32(content.count)
            let name = Array(name.utf8)
            // Version 2.0, no flags, stored, 1 January 2026 at midnight.
            let common =
                little(UInt16(20)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt16(0x5C21))
                + little(CRC32.of(content)) + little(size) + little(size) + little(UInt16(name.count)) + little(UInt16(0))
            directory += little(UInt32(0x0201_4B50)) + little(UInt16(20)) + common + [UInt8](repeating: 0, count: 10)
            directory += little(UInt32(file.count)) + name
            file += little(UInt32(0x0403_4B50)) + common + name + content
        }
        let count = UInt16(entries.count)
        let end =
            little(UInt32(0x0605_4B50)) + little(UInt16(0)) + little(UInt16(0)) + little(count) + little(count)
            + little(UInt32(directory.count)) + little(UInt32(file.count)) + little(UInt16(0))
        return file + directory + end
    }

    /// An endless gzip file: a head, and the bytes repeated after it.
    ///
    /// It decompresses to spaces.
    static let bomb: (head: [UInt8], period: [UInt8]) = {
        // One block with fixed codes (RFC 1951, 3.2.6): a literal space, then "258 bytes from 1 back" again and again. That pair
        // has 13 bits, so its bytes repeat every 13 bytes.
        let start: [UInt8] = [0, 1, 0] + [0, 1, 0, 1, 0, 0, 0, 0]
        let pair: [UInt8] = [1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0]
        let bits = start + (0..<10).flatMap { _ in pair }
        let bytes = (0..<15).map { byte in (0..<8).reduce(UInt8(0)) { $0 | bits[byte * 8 + $1] << UInt8($1) } }
        return ([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + bytes[..<2], Array(bytes[2...]))
    }()

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}

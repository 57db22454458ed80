/// The first bytes of files in the supported archive and compression formats.
///
/// Only formats that libarchive unpacks itself: for some other filters it starts a program.
enum PackedMark {
    private static let marks: [[UInt8]] = [
        // gzip (RFC 1952)
        [0x1F, 0x8B],
        // zip, and a zip archive without members (APPNOTE 4.3.7 and 4.3.16)
        [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06],
        // Zstandard (RFC 8878)
        [0x28, 0xB5, 0x2F, 0xFD],
        // xz
        [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00],
        // LZ4 frame
        [0x04, 0x22, 0x4D, 0x18],
        // lzip, version 1
        [0x4C, 0x5A, 0x49, 0x50, 0x01],
        // compress
        [0x1F, 0x9D],
        // 7-Zip
        [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
    ]

    /// Whether a file with this beginning is compressed or an archive.
    static func isFound(in head: [UInt8]) -> Bool {
        marks.contains { head.starts(with: $0) } || isBzip2(head) || isTar(head)
    }

    /// Whether the file begins with `BZh`, a digit, and the mark of the first block; text may begin with the letters alone.
    private static func isBzip2(_ head: [UInt8]) -> Bool {
        head.starts(with: [0x42, 0x5A, 0x68]) && head.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
    }

    /// Whether the first member's header contains `ustar`, POSIX or GNU (POSIX pax, ustar interchange format).
    private static func isTar(_ head: [UInt8]) -> Bool { head.dropFirst(257).starts(with: Array("ustar".utf8)) }
}

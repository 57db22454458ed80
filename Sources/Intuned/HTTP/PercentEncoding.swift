/// The percent-encoding of one part of a path or query (RFC 3986, section 2.1).
public enum PercentEncoding {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Encodes everything but the unreserved characters, so that a slash within a part does not divide it.
    public static func encoded(_ part: String) -> String {
        bytes(part.utf8) { isUnreserved($0) }
    }

    /// Encodes one part of a path.
    ///
    /// The dots of `.` and `..` are encoded too, since such a part changes the path (RFC 3986, section 6.2.2.3). Some readers
    /// still take `%2E%2E` for `..` (URL Standard, section 4.1); no spelling avoids that.
    public static func encodedPathPart(_ part: String) -> String {
        part == "." || part == ".." ? bytes(part.utf8) { _ in false } : encoded(part)
    }

    private static func bytes(_ bytes: String.UTF8View, isKept: (UInt8) -> Bool) -> String {
        var encoded: [UInt8] = []
        for byte in bytes {
            if isKept(byte) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default:
            false
        }
    }
}

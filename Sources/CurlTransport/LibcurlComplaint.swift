/// libcurl's English message about a failed transfer; its text changes from version to version.
struct LibcurlComplaint: Equatable {
    /// A reason number of OpenSSL's SSL library, read from the message; the numbers never change (sslerr.h).
    struct OpenSSLNumber: Equatable {
        let reason: UInt32
        /// SSL_R_UNEXPECTED_EOF_WHILE_READING: the connection ended without TLS's closing message.
        static let unexpectedEnd = OpenSSLNumber(reason: 294)
        /// SSL_R_WRONG_VERSION_NUMBER: the received bytes are not a TLS record.
        static let wrongVersion = OpenSSLNumber(reason: 267)
    }

    /// The message, which may contain a secret.
    let text: String

    /// The reason number in `error:0A000126:SSL routines::…`, the only form of OpenSSL's errors (ERR_error_string(3)).
    var openSSLNumber: OpenSSLNumber? {
        text.ranges(of: "error:").lazy.compactMap { start in
            let digits = text[start.upperBound...].prefix { $0 != ":" }
            // The library's number is above the 23 bits of the reason (ERR_PACK in err.h).
            return digits.count == 8 ? UInt32(digits, radix: 16).map { OpenSSLNumber(reason: $0 & 0x7F_FFFF) } : nil
        }.first
    }

    /// Whether OpenSSL failed in a system call, told by the name of the constant SSL_ERROR_SYSCALL.
    var namesSystemCall: Bool { text.contains("SSL_ERROR_SYSCALL") }

    /// The last part of OpenSSL's message, such as `certificate revoked` in `SSL certificate problem: certificate revoked`.
    var lastWords: String? {
        let end = text.firstRange(of: ", errno ")?.lowerBound ?? text.endIndex
        let words = text[..<end].split(separator: ":").last?.drop { $0 == " " } ?? ""
        return words.isEmpty ? nil : String(words)
    }

    /// The host and port in `Failed to connect to HOST port PORT`, the message of versions before 8.15.
    var peer: String? {
        let words = text.split(separator: " ")
        guard text.hasPrefix("Failed to connect to "), words.count > 6, words[5] == "port" else { return nil }
        return "\(words[4]):\(words[6])"
    }
}

import CCurl

/// The host and port that a URL leads to, and whether the connection is encrypted.
struct Destination: Equatable {
    let host: String
    let port: String
    /// Whether bytes sent there are encrypted.
    let isEncrypted: Bool

    /// The destination of an absolute http or https URL; nil for any other text.
    ///
    /// libcurl itself would guess a missing scheme, and would guess http.
    init?(url: String) {
        // C ends the text at a zero byte.
        guard url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }), let parts = curl_url() else { return nil }
        defer { curl_url_cleanup(parts) }
        guard curl_url_set(parts, CURLUPART_URL, url, UInt32(CURLU_PATH_AS_IS)) == CURLUE_OK,
            let scheme = Destination.part(CURLUPART_SCHEME, of: parts), ["http", "https"].contains(scheme),
            let host = Destination.part(CURLUPART_HOST, of: parts), !host.isEmpty,
            let port = Destination.part(CURLUPART_PORT, of: parts)
        else { return nil }
        self.init(host: host, port: port, isEncrypted: scheme == "https")
    }

    init(host: String, port: String, isEncrypted: Bool = true) {
        self.host = host
        self.port = port
        self.isEncrypted = isEncrypted
    }

    /// `host:port`.
    var text: String { "\(host):\(port)" }

    /// A part of a URL; nil if the URL does not have the part.
    static func part(_ part: CURLUPart, of parts: OpaquePointer, flags: UInt32 = UInt32(CURLU_DEFAULT_PORT)) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(parts, part, &text, flags) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}

import CCurl
import Glibc

/// What is known about the proxy of a transfer.
struct ProxyInUse: Equatable {
    /// Where a proxy is.
    enum Address: Equatable {
        /// The environment names none.
        case none
        /// What the environment names is no address.
        case invalid
        /// The host, and the port if the environment says one.
        case at(host: String, port: String?)

        /// The host alone.
        var host: String? {
            guard case .at(let host, _) = self else { return nil }
            return host
        }

        /// `host:port`, or the host alone.
        var text: String? {
            guard case .at(let host, let port) = self else { return nil }
            return port.map { "\(host):\($0)" } ?? host
        }
    }

    /// Whether the transfer went by a proxy; nil where libcurl does not say it, which it does since 8.7.
    let isUsed: Bool?
    /// The address by which libcurl finds it.
    let address: Address

    init(isUsed: Bool?, address: Address) {
        (self.isUsed, self.address) = (isUsed, address)
    }

    /// The proxy of a transfer that has ended.
    init(of handle: EasyHandle, to destination: Destination) {
        isUsed = handle.flag(curl_info_used_proxy)
        address = Address(isEncrypted: destination.isEncrypted)
    }
}

extension ProxyInUse.Address {
    /// The address that the environment names for destinations of this kind, without user and password.
    ///
    /// Source of the names and their order: https://curl.se/libcurl/c/CURLOPT_PROXY.html, "Environment variables".
    init(isEncrypted: Bool) {
        let names = (isEncrypted ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"]) + ["all_proxy", "ALL_PROXY"]
        guard let text = names.lazy.compactMap({ getenv($0).map { String(cString: $0) } }).first, !text.isEmpty else {
            self = .none
            return
        }
        self.init(text)
    }

    /// Reads an address as libcurl does, by its own parser.
    init(_ text: String) {
        self = .invalid
        guard let parts = curl_url() else { return }
        defer { curl_url_cleanup(parts) }
        let flags = UInt32(CURLU_NON_SUPPORT_SCHEME | CURLU_GUESS_SCHEME)
        guard curl_url_set(parts, CURLUPART_URL, text, flags) == CURLUE_OK,
            let host = Destination.part(CURLUPART_HOST, of: parts), !host.isEmpty
        else { return }
        self = .at(host: host, port: Destination.part(CURLUPART_PORT, of: parts, flags: 0))
    }
}

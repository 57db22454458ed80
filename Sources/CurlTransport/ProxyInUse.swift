import CCurl
import Glibc

/// The known facts about the proxy of a transfer.
struct ProxyInUse: Equatable {
    /// The address of a proxy.
    enum Address: Equatable {
        /// The environment names no proxy.
        case none
        /// The environment names a proxy, but not with a valid address.
        case invalid
        /// The host, and the port if the environment has one.
        case at(host: String, port: String?)

        /// The host without the port.
        var host: String? {
            guard case .at(let host, _) = self else { return nil }
            return host
        }

        /// `host:port`, or the host alone without a port.
        var text: String? {
            guard case .at(let host, let port) = self else { return nil }
            return port.map { "\(host):\($0)" } ?? host
        }
    }

    /// Whether the transfer used a proxy; nil before libcurl 8.7, which does not report it.
    let isUsed: Bool?
    /// The address that libcurl uses for the proxy.
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
    /// Reads the address that the environment names for this kind of destination, without user and password.
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

    /// Reads an address with libcurl's own parser.
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

import CCurl

extension CurlTransport {
    /// The versions of libcurl and of its TLS library, such as `7.88.1 with OpenSSL/3.0.17`.
    package static var libraryVersion: String {
        guard let facts = curl_library_facts()?.pointee else { return "unknown" }
        let version = facts.version.map { String(cString: $0) } ?? "unknown"
        return facts.ssl_version.map { "\(version) with \(String(cString: $0))" } ?? version
    }

    /// The proxy that the environment names.
    package enum NamedProxy: Equatable {
        /// The environment names none.
        case none
        /// The environment names a proxy, but not with a valid address.
        case invalid
        /// A host, with its port if there is one; never with a user or a password.
        case at(String)
    }

    /// The proxy that the environment names for https, or for http; hosts in `no_proxy` are reached without it.
    package static func namedProxy(isEncrypted: Bool) -> NamedProxy {
        let address = ProxyInUse.Address(isEncrypted: isEncrypted)
        return address == .invalid ? .invalid : address.text.map { .at($0) } ?? .none
    }
}

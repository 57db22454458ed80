import Glibc

/// Where `jobtop metrics --serve` listens.
struct ServeAddress: Hashable, Sendable {
    /// The IP address, without brackets.
    let ip: String
    /// The port; 0 for any free one.
    let port: Int

    /// Reads `127.0.0.1:9464`, `[::1]:9464`, `localhost:9464`, or a port alone, which means this machine.
    init?(_ text: String) {
        let colon = text.lastIndex(of: ":")
        let port = colon.map { text[text.index(after: $0)...] } ?? text[...]
        var host = colon.map { String(text[..<$0]) } ?? "127.0.0.1"
        guard !port.isEmpty, port.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(port), number <= 65_535 else {
            return nil
        }
        if host == "localhost" { host = "127.0.0.1" }
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = String(host.dropFirst().dropLast())
            guard Self.isIP(host, AF_INET6) else { return nil }
        } else if !Self.isIP(host, AF_INET) {
            return nil
        }
        (ip, self.port) = (host, number)
    }

    /// Whether only this machine reaches it.
    var isLoopback: Bool { ip == "::1" || ip.hasPrefix("127.") }

    /// The URL of the metrics, with the port that was opened.
    func url(port: Int) -> String { "http://\(ip.contains(":") ? "[\(ip)]" : ip):\(port)/metrics" }

    /// Whether a text is an IP address of either kind.
    static func isIP(_ text: String) -> Bool { isIP(text, AF_INET) || isIP(text, AF_INET6) }

    private static func isIP(_ text: String, _ family: Int32) -> Bool {
        var address = in6_addr()
        return inet_pton(family, text, &address) == 1
    }
}

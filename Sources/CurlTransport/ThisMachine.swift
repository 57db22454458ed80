import Glibc

/// The names of this machine, which need no network to reach.
package enum ThisMachine {
    /// Whether the host of a URL is this machine; a host name that only starts like a loopback address is not.
    package static func isNamed(by host: String) -> Bool {
        var address = in_addr()
        if inet_pton(AF_INET, host, &address) == 1 { return host.hasPrefix("127.") }
        return ["localhost", "::1", "[::1]"].contains(host)
    }
}

import Glibc

/// The names of this machine, which no network lies before.
package enum ThisMachine {
    /// Whether a host of a URL is this machine; a name that only begins like its address is somebody else's.
    package static func isNamed(by host: String) -> Bool {
        var address = in_addr()
        if inet_pton(AF_INET, host, &address) == 1 { return host.hasPrefix("127.") }
        return ["localhost", "::1", "[::1]"].contains(host)
    }
}

import Glibc
import LoopbackTLS

/// Ports of 127.0.0.1.
enum Loopback {
    /// A listening socket on a free port.
    static func listen() throws -> (socket: Int32, port: Int) {
        let (socket, port) = try bound()
        guard Glibc.listen(socket, 64) == 0 else { throw SocketError(code: errno) }
        return (socket, port)
    }

    /// Runs the body with a port on which nothing listens; the port stays taken until the body has returned.
    static func withSilentPort(_ body: (Int) async throws -> Void) async throws {
        let (socket, port) = try bound()
        defer { close(socket) }
        try await body(port)
    }

    private static func bound() throws -> (socket: Int32, port: Int) {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { throw SocketError(code: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let failed = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(socket, generic, length) != 0 || getsockname(socket, generic, &length) != 0
            }
        }
        guard !failed else {
            defer { close(socket) }
            throw SocketError(code: errno)
        }
        return (socket, Int(UInt16(bigEndian: address.sin_port)))
    }
}

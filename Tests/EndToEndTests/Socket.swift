import Glibc
import LoopbackTLS

/// The socket functions that are needed to query the simulator and to stand in front of it.
enum Socket {
    /// The response to a request, up to the end of the connection.
    static func exchange(port: Int, _ bytes: [UInt8]) -> [UInt8] {
        guard let descriptor = try? stream(AF_INET) else { return [] }
        defer { close(descriptor) }
        guard onLoopback(port, { connect(descriptor, $0, $1) }) == 0, send(bytes[...], to: descriptor) else { return [] }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 { answer += buffer[..<count] }
        return answer
    }

    /// Listens on a port of this machine, on any free port if it is 0.
    static func listener(port: Int) throws -> (descriptor: Int32, port: Int) {
        let descriptor = try stream(AF_INET)
        var (isOn, address, length) = (Int32(1), sockaddr_in(), socklen_t(MemoryLayout<sockaddr_in>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
        let failed =
            onLoopback(port) { bind(descriptor, $0, $1) } != 0 || listen(descriptor, 64) != 0
            || withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
            } != 0
        guard !failed else {
            defer { close(descriptor) }
            throw SocketError(code: errno)
        }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// A connection to the socket at a path; nil while nothing listens there.
    static func connected(path: String) -> Int32? {
        guard let descriptor = try? stream(AF_UNIX) else { return nil }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        let code = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard code != 0 else { return descriptor }
        close(descriptor)
        return nil
    }

    /// Forwards bytes in both directions until either end closes.
    static func relay(_ one: Int32, _ other: Int32) {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            var ends = [one, other].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            guard poll(&ends, 2, -1) > 0 || errno == EINTR else { return }
            for (end, target) in zip(ends, [other, one]) where end.revents != 0 {
                let count = recv(end.fd, &buffer, buffer.count, 0)
                guard count > 0, send(buffer[..<count], to: target) else { return }
            }
        }
    }

    private static func stream(_ family: Int32) throws -> Int32 {
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SocketError(code: errno) }
        return descriptor
    }

    private static func send(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    private static func onLoopback(_ port: Int, _ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
    }
}

import Glibc

/// A connection that uses only a socket, so that the test sees the exact bytes of the answer.
final class RawConnection {
    private let descriptor: CInt
    private var waiting: [UInt8] = []

    struct NotConnected: Error {}

    init(port: Int) throws {
        descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, length) }
        }
        guard status == 0 else { throw NotConnected() }
    }

    deinit { close(descriptor) }

    func send(_ method: String, _ target: String, _ headers: [String: String] = [:], body: String = "") {
        var text = "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        for (name, value) in headers { text += "\(name): \(value)\r\n" }
        if !body.isEmpty { text += "Content-Length: \(body.utf8.count)\r\n" }
        let bytes = Array((text + "\r\n" + body).utf8)
        _ = Glibc.send(descriptor, bytes, bytes.count, CInt(MSG_NOSIGNAL))
    }

    /// Reads one answer: to the end of its Content-Length, to the end of the connection, to a number of bytes, or until nothing
    /// has arrived for a while.
    func receive(limit: Int = 64 << 20, patience: Int = 10_000) -> RawAnswer {
        var answer = RawAnswer()
        while answer.end == nil {
            if answer.take(from: &waiting) { break }
            if answer.body.count + waiting.count >= limit {
                answer.end = .limit
                break
            }
            answer.end = readMore(patience)
        }
        return answer
    }

    private func readMore(_ patience: Int) -> RawAnswer.End? {
        var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&poller, 1, CInt(patience)) > 0 else { return .silent }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        if count < 0 { return errno == ECONNRESET ? .reset : .silent }
        if count == 0 { return .closed }
        waiting += bytes[..<count]
        return nil
    }
}

/// The raw answer, and how it ended.
struct RawAnswer {
    var status: Int?
    var headers: [String: String] = [:]
    var body: [UInt8] = []
    var end: End?
    private var length: Int?

    enum End: Equatable {
        /// The whole Content-Length arrived.
        case complete
        case closed
        case reset
        /// Nothing arrived for a while.
        case silent
        /// The requested number of bytes arrived.
        case limit
    }

    var text: String { String(decoding: body, as: UTF8.self) }

    var json: Value {
        get throws { try Value(body) }
    }

    /// Takes the bytes of this answer; returns true when it is complete.
    mutating func take(from bytes: inout [UInt8]) -> Bool {
        if status == nil {
            guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return false }
            readHead(String(decoding: bytes[..<end.lowerBound], as: UTF8.self))
            bytes.removeSubrange(..<end.upperBound)
        }
        let wanted = (length ?? .max) - body.count
        let part = bytes.prefix(wanted)
        body += part
        bytes.removeFirst(part.count)
        if length == body.count { end = .complete }
        return end != nil
    }

    private mutating func readHead(_ head: String) {
        var lines = head.split(separator: "\r\n")[...]
        status = lines.popFirst()?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        for line in lines {
            let sides = line.split(separator: ":", maxSplits: 1)
            headers[sides[0].lowercased()] = sides.count > 1 ? String(sides[1].drop { $0 == " " }) : ""
        }
        length = headers["content-length"].flatMap { Int($0) }
    }
}

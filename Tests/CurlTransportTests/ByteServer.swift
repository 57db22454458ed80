import Glibc
import Synchronization

@testable import CurlTransport
import LoopbackTLS

/// A server of raw bytes on a loopback port: a script of the test answers each connection on a separate thread.
final class ByteServer: Sendable {
    typealias Script = @Sendable (ByteConnection) -> Void

    let port: Int
    private let floor: Floor

    init(_ script: @escaping Script) throws {
        let (listener, port) = try Loopback.listen()
        self.port = port
        self.floor = try Floor(listener: listener, script: script)
    }

    func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

    /// The heads of all requests so far, unchanged.
    var requests: [String] { floor.log.withLock { $0.requests } }

    /// The number of connections accepted so far.
    var connections: Int { floor.log.withLock { $0.connections } }

    /// Closes every socket and waits for every thread.
    func stop() { floor.close() }
}

/// The state that the threads of a server share.
private final class Floor: Sendable {
    let log = Mutex(ServerLog())
    private let listener: Int32
    private let doorman = Mutex<OwnThread?>(nil)
    private let guests = Mutex<[(connection: ByteConnection, thread: OwnThread)]>([])

    init(listener: Int32, script: @escaping ByteServer.Script) throws {
        self.listener = listener
        guard let thread = OwnThread({ [self] in admit(script) }) else { throw SocketError(code: EAGAIN) }
        doorman.withLock { $0 = thread }
    }

    private func admit(_ script: @escaping ByteServer.Script) {
        while true {
            let socket = accept(listener, nil, nil)
            guard socket >= 0 else { return }
            _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
            log.withLock { $0.connections += 1 }
            let connection = ByteConnection(socket: socket) { [self] head in log.withLock { $0.requests.append(head) } }
            let thread = OwnThread {
                script(connection)
                connection.finish()
            }
            if let thread { guests.withLock { $0.append((connection, thread)) } }
        }
    }

    func close() {
        shutdown(listener, Int32(SHUT_RDWR))
        doorman.withLock { thread in
            thread?.join()
            thread = nil
        }
        let guests = guests.withLock { guests in
            defer { guests = [] }
            return guests
        }
        for guest in guests {
            guest.connection.hangUp()
            guest.thread.join()
            Glibc.close(guest.connection.socket)
        }
        Glibc.close(listener)
    }
}

private struct ServerLog {
    var requests: [String] = []
    var connections = 0
}

/// One accepted connection, as a script sees it.
struct ByteConnection: Sendable {
    let socket: Int32
    let note: @Sendable (String) -> Void

    /// Reads to the end of a request's head; nil when the client has closed instead.
    func readRequest() -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while recv(socket, &byte, 1, 0) == 1 {
            bytes.append(byte)
            if bytes.suffix(4) == Array("\r\n\r\n".utf8) {
                let head = String(decoding: bytes, as: UTF8.self)
                note(head)
                return head
            }
        }
        return nil
    }

    /// The first bytes that arrive, without waiting for more; none when the client has closed.
    func readSome() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        let count = recv(socket, &bytes, bytes.count, 0)
        return Array(bytes.prefix(max(0, count)))
    }

    /// Sends text unchanged; returns false when the client has closed.
    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Sends bytes unchanged; returns false when the client has closed.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    /// Sends a complete response with the given body and a correct Content-Length.
    @discardableResult
    func answer(_ body: String, status: String = "200 OK", headers: String = "") -> Bool {
        send("HTTP/1.1 \(status)\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    /// Whether the client closes within `seconds` seconds.
    func isClosed(within seconds: Double) -> Bool {
        var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, Int32(seconds * 1000)) > 0
    }

    /// Keeps the connection open, silently, until the client closes it.
    func hold() {
        var byte: UInt8 = 0
        while recv(socket, &byte, 1, 0) == 1 {}
    }

    /// Ends the connection with a reset instead of an orderly close.
    func reset() {
        // Linux resets a TCP connection when connect(2) gets the address family AF_UNSPEC.
        var nowhere = sockaddr()
        nowhere.sa_family = sa_family_t(AF_UNSPEC)
        connect(socket, &nowhere, socklen_t(MemoryLayout<sockaddr>.size))
    }

    fileprivate func finish() { shutdown(socket, Int32(SHUT_WR)) }

    fileprivate func hangUp() { shutdown(socket, Int32(SHUT_RDWR)) }
}

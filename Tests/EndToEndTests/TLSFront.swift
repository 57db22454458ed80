import Foundation
import Glibc
import LoopbackTLS
import Synchronization

/// A TLS server on a local port in front of the simulated platform; a test can change its certificate or close its port.
///
/// OpenSSL's server takes one connection at a time, so each connection gets its own server.
final class TLSFront: Sendable {
    /// The port of the front, which stays the same while the front does not listen.
    let port: Int
    private let platform: Int
    private let folder: String
    private let floor: Mutex<Floor>

    private struct Floor {
        var certificates: Certificates
        var listener: Int32?
        var clients: Set<Int32> = []
        var count = 0

        func cut() {
            for client in clients { shutdown(client, Int32(SHUT_RDWR)) }
        }
    }

    /// Listens on any free port.
    init(of platform: Platform, _ certificates: Certificates) throws {
        // A socket needs a short path, and the tests' other folders do not have short paths everywhere.
        var template = Array("/tmp/jobtop-front-XXXXXX".utf8CString)
        folder = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
        self.platform = platform.port
        let (listener, port) = try Socket.listener(port: 0)
        self.port = port
        floor = Mutex(Floor(certificates: certificates, listener: listener))
        admit(from: listener)
    }

    /// Presents another certificate from now on, and cuts all connections.
    func show(_ certificates: Certificates) {
        floor.withLock { floor in
            floor.certificates = certificates
            floor.cut()
        }
    }

    /// Stops listening and cuts all connections; new connections are refused.
    func close() {
        floor.withLock { floor in
            if let listener = floor.listener { shutdown(listener, Int32(SHUT_RDWR)) }
            floor.listener = nil
            floor.cut()
        }
    }

    /// Listens again, on the same port.
    func open() throws {
        let listener = try Socket.listener(port: port).descriptor
        floor.withLock { $0.listener = listener }
        admit(from: listener)
    }

    /// Ends the front permanently.
    func stop() {
        close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func admit(from listener: Int32) {
        Thread.detachNewThread { [self] in
            while case let client = accept(listener, nil, nil), client >= 0 {
                _ = fcntl(client, F_SETFD, FD_CLOEXEC)
                Thread.detachNewThread { [self] in serve(client) }
            }
            Glibc.close(listener)
        }
    }

    private func serve(_ client: Int32) {
        let (certificates, path) = floor.withLock { floor in
            floor.clients.insert(client)
            floor.count += 1
            return (floor.certificates, "\(folder)/\(floor.count)")
        }
        let identity = "-cert \(certificates.server) -key \(certificates.serverKey)"
        let server = "openssl s_server -quiet -naccept 1 -unix \(path) \(identity)"
        let command = "exec \(server) <>/dev/tcp/127.0.0.1/\(platform) >&0"
        if let child = try? Child("bash", ["-c", command], environment: ProcessInfo.processInfo.environment) {
            var inside: Int32?
            _ = waitUntil(within: 10) {
                inside = Socket.connected(path: path)
                return inside != nil
            }
            if let inside {
                Socket.relay(client, inside)
                Glibc.close(inside)
            }
            child.kill()
            for stream in [child.output, child.errors] { Glibc.close(stream.descriptor) }
        }
        _ = floor.withLock { $0.clients.remove(client) }
        Glibc.close(client)
    }
}

/// OpenSSL's own web server with a certificate, on a free port of this machine.
package struct TLSServer {
    /// The port that it listens on.
    package let port: Int
    private let process: ChildProcess

    /// Starts the server and waits until it listens.
    package init(_ certificates: Certificates) throws {
        let arguments = [
            "openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", certificates.server, "-key", certificates.serverKey,
        ]
        process = try ChildProcess(arguments)
        // The server prints "ACCEPT 127.0.0.1:PORT" when it listens.
        var port: Int?
        while port == nil, let line = process.line() {
            if line.hasPrefix("ACCEPT") { port = line.split(separator: ":").last.flatMap { Int($0) } }
        }
        guard let port else {
            process.stop()
            throw ChildProcess.Failed(arguments: arguments)
        }
        self.port = port
    }

    /// Stops the server.
    package func stop() { process.stop() }
}

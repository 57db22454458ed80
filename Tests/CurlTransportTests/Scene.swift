import CurlTransport
import Intuned

/// Runs a test against a scripted server, and stops the server and the transport afterwards.
func withServer(
    _ script: @escaping ByteServer.Script, options: CurlTransport.Options = .init(),
    _ body: (ByteServer, CurlTransport) async throws -> Void
) async throws {
    let server = try ByteServer(script)
    defer { server.stop() }
    let transport = try CurlTransport(options: options)
    defer { transport.shutdown() }
    try await body(server, transport)
}

/// Runs a test with a transport and shuts it down afterwards.
func withTransport(
    options: CurlTransport.Options = .init(), _ body: (CurlTransport) async throws -> Void
) async throws {
    let transport = try CurlTransport(options: options)
    defer { transport.shutdown() }
    try await body(transport)
}

/// A script that answers every request of a connection in the same way.
func always(_ answer: @escaping ByteServer.Script) -> ByteServer.Script {
    { connection in
        while connection.readRequest() != nil { answer(connection) }
    }
}

/// A script that answers the first request and then closes.
func once(_ answer: @escaping ByteServer.Script) -> ByteServer.Script {
    { connection in
        if connection.readRequest() != nil { answer(connection) }
    }
}

extension HTTPTransport {
    /// The complete body of a response as text.
    func text(of request: HTTPRequest, limit: Int = 1 << 20) async throws -> String {
        String(decoding: try await body(of: request, limit: limit).1, as: UTF8.self)
    }
}

import Glibc
import Intuned
import Testing

@testable import Runtime

/// The contents of a log line, and the secrets that it never contains.
struct LoggingTransportTests {
    private let folder = Folder()

    /// The log lines of these requests and answers, without their times.
    private func lines(
        _ urls: [String], platform: String = "https://api.example.com/v1",
        _ answer: Result<Int, HTTPTransportError> = .success(200), isSigned: Bool = false
    ) async throws -> [String] {
        let log = try RequestLog(path: folder.path + "/log")
        let transport = LoggingTransport(StandInTransport(answer: answer), log: log, platform: platform)
        for url in urls {
            let headers = [HTTPHeader(name: "x-api-key", value: "key-Secret")]
            _ = try? await transport.send(HTTPRequest(url: url, headers: headers, isSigned: isSigned)) { _, _ in true }
        }
        return String(decoding: try folder.read("log"), as: UTF8.self).split(separator: "\n").map { line in
            String(line.drop { $0 != " " }.dropFirst()).replacing(/\d+ ms\s/, with: "")
        }
    }

    @Test func aRequestToThePlatformIsNamedByItsPath() async throws {
        let lines = try await lines(["https://api.example.com/v1/w/projects/p/jobs?token=Secret", "https://api.example.com/v1"])
        #expect(lines == ["GET api.example.com/v1/w/projects/p/jobs 200 7 B", "GET api.example.com/v1 200 7 B"])
        let slashed = try await self.lines(["https://api.example.com/v1/w"], platform: "https://api.example.com/v1/")
        #expect(slashed.last == "GET api.example.com/v1/w 200 7 B")
    }

    @Test(arguments: [
        ("https://store.example.com/Secret/file?X-Amz-Signature=Secret", "store.example.com"),
        ("https://user:Secret@store.example.com:8443/a#Secret", "store.example.com:8443"),
        // Hosts and paths that only begin like the platform's.
        ("https://api.example.com.evil.example/Secret?Secret", "api.example.com.evil.example"),
        ("https://api.example.com/v1-of-others/Secret", "api.example.com"), ("not an address", "-"),
    ])
    func ofAnyOtherAddressOnlyTheHostIsNamed(url: String, name: String) async throws {
        #expect(try await lines([url]) == ["GET \(name) 200 7 B"])
        #expect(try await lines([url], platform: "https://api.example.com").last?.contains("evil.example/") == false)
    }

    /// A platform may store its files on its own host.
    @Test func ofASignedAddressUnderThePlatformsOwnOnlyTheHostIsNamed() async throws {
        let lines = try await lines(["https://api.example.com/v1/files/Secret?sig=Secret"], isSigned: true)
        #expect(lines == ["GET api.example.com 200 7 B"])
    }

    @Test func whatAFetchAsksTheStoreIsSigned() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            let path = folder.path + "/log"
            let store = try #require(try await scene.results(of: key)).signedURL.reveal().split(separator: "/").prefix(2)
            let logging = LoggingTransport(
                scene.transport, log: try RequestLog(path: path), platform: store.joined(separator: "//"))
            let outcome = await scene.fetch(key, transport: logging)
            #expect((try? outcome.get()) != nil)
            let line = String(decoding: try folder.read("log"), as: UTF8.self)
            #expect(line.contains(" GET 127.0.0.1:"))
            #expect(!line.contains("/"), "\(line)")
        }
    }

    @Test(arguments: [
        (HTTPTransportError.unresolvedHost("Secret"), "unresolved"), (.refused("Secret"), "refused"),
        (.tls(host: "h", .library("Secret")), "tls"), (.timedOut(seconds: 1), "timed-out"),
        (.timedOut(seconds: 1, waitingFor: .address), "resolving-timed-out"),
        (.timedOut(seconds: 1, waitingFor: .connection), "connecting-timed-out"), (.unencrypted("Secret"), "unencrypted"),
        (.connectionLost(.closed(.answer)), "connection-lost"), (.other(.library("Secret")), "failed"), (.cancelled, "cancelled"),
    ])
    func aFailureIsAWord(error: HTTPTransportError, word: String) async throws {
        #expect(try await lines(["https://api.example.com/v1/a"], .failure(error)) == ["GET api.example.com/v1/a \(word) 0 B"])
    }
}

/// Gives every request the same answer.
private struct StandInTransport: HTTPTransport {
    var answer: Result<Int, HTTPTransportError>

    func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        let head = HTTPResponseHead(status: try answer.get(), headers: [])
        _ = Array("7 bytes".utf8).withUnsafeBytes { receive(head, $0) }
        return head
    }
}

import Foundation
import Glibc

/// A real Prometheus of Debian's package, on a free port of this machine, with its data in a folder that goes with it.
final class Prometheus {
    /// Whether the package prometheus is installed; `.ci/run` sets the variable, and then the tests fail without it.
    static var isExpected: Bool {
        getenv("NEEDS_PROMETHEUS") != nil
            || ["prometheus", "promtool"].allSatisfy { access("/usr/bin/\($0)", X_OK) == 0 }
    }

    /// The folder of the files that are recommended to users.
    static let fleet = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/fleet")

    private let child: Child
    private let folder: URL
    private let port: Int

    struct NotListening: Error { var log: String }

    /// Starts with the configuration that is recommended, for a target and with a scrape each second.
    init(target: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "jobtop-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let configuration = try String(contentsOf: Self.fleet.appending(path: "prometheus.yml"), encoding: .utf8)
            .replacing("127.0.0.1:9464", with: target).replacing(/: (30|5)s/, with: ": 1s")
            .replacing("- alerts.yml", with: "- '\(Self.fleet.path)/alerts.yml'")
        try configuration.write(to: folder.appending(path: "prometheus.yml"), atomically: true, encoding: .utf8)
        child = try Child(
            "prometheus",
            [
                "--config.file=\(folder.path)/prometheus.yml", "--storage.tsdb.path=\(folder.path)/data",
                "--web.listen-address=127.0.0.1:0", "--log.format=logfmt",
            ], environment: ProcessInfo.processInfo.environment)
        var log = ""
        var port: Int?
        while port == nil, case let more = child.errors.read(), !more.isEmpty {
            log += String(decoding: more, as: UTF8.self)
            port = log.firstMatch(of: /msg="Listening on" address=127\.0\.0\.1:([0-9]+)/).flatMap { Int($0.1) }
        }
        guard let port else {
            child.kill()
            throw NotListening(log: log)
        }
        self.port = port
        // Its log must never fill the pipe.
        let errors = child.errors
        Thread.detachNewThread { while !errors.read().isEmpty {} }
    }

    deinit {
        child.kill()
        try? FileManager.default.removeItem(at: folder)
    }

    /// The answer of its API, as the object.
    func get(_ path: String, _ parameters: [String: String] = [:]) -> [String: Any] {
        var address = URLComponents()
        address.path = "/api/v1/\(path)"
        address.queryItems = parameters.map { URLQueryItem(name: $0.key, value: $0.value) }
        let target = (address.string ?? "").replacing("+", with: "%2B")
        // Of HTTP 1.0, so that the answer has no chunks.
        let answer = Data(Socket.exchange(port: port, Array("GET \(target) HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n".utf8)))
        guard let end = answer.range(of: Data("\r\n\r\n".utf8)) else { return [:] }
        return (try? JSONSerialization.jsonObject(with: answer[end.upperBound...])) as? [String: Any] ?? [:]
    }

    /// The values of a query, each as text.
    func values(_ query: String) -> [String] {
        let data = get("query", ["query": query])["data"] as? [String: Any]
        let results = data?["result"] as? [[String: Any]] ?? []
        return results.compactMap { ($0["value"] as? [Any])?.last as? String }
    }
}

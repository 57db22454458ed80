import Foundation

/// The simulated platform, served by the built program in its own process.
final class Platform {
    private let child: Child
    private var isRunning = true
    /// The variables that a client needs in its environment.
    let environment: [String: String]

    /// Serves a world on a port, any free one by default.
    init(world: String = "demo", speed: Double = 10, port: Int = 0) throws {
        let arguments = ["simulate", "--world", world, "--speed", "\(speed)", "--port", "\(port)"]
        child = try Child(Jobtop.path, arguments, environment: ProcessInfo.processInfo.environment)
        var text = ""
        while text.filter({ $0 == "\n" }).count < 4, case let more = child.output.read(), !more.isEmpty {
            text += String(decoding: more, as: UTF8.self)
        }
        let pairs = text.split(separator: "\n").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        environment = Dictionary(pairs.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { first, _ in first }
    }

    deinit { stop() }

    /// The port that the platform listens on.
    var port: Int { URL(string: environment["INTUNED_API_BASE_URL"] ?? "")?.port ?? 0 }

    /// Ends the process at once, as a crash would.
    func stop() {
        guard isRunning else { return }
        isRunning = false
        child.kill()
    }

    /// The body of the response at a URL of the API, or of the store, which needs no key.
    func body(at address: String) -> [UInt8] {
        guard let url = URLComponents(string: address), let port = url.port else { return [] }
        let target = url.percentEncodedPath + (url.percentEncodedQuery.map { "?\($0)" } ?? "")
        let key = port == self.port ? "x-api-key: \(environment["INTUNED_API_KEY"] ?? "")\r\n" : ""
        let request = "GET \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(key)Connection: close\r\n\r\n"
        let answer = Data(Socket.exchange(port: port, Array(request.utf8)))
        return answer.range(of: Data("\r\n\r\n".utf8)).map { Array(answer[$0.upperBound...]) } ?? []
    }

    /// The response to a call of the project's API.
    func object(at path: String) -> [String: Any] {
        let parts = ["INTUNED_API_BASE_URL", "INTUNED_WORKSPACE_ID"].compactMap { environment[$0] }
        let address = (parts + ["projects", environment["INTUNED_PROJECT"] ?? "", path]).joined(separator: "/")
        return (try? JSONSerialization.jsonObject(with: Data(body(at: address)))) as? [String: Any] ?? [:]
    }

    /// Switches faults on; without arguments, switches all off.
    func setFaults(_ faults: String...) {
        let body = faults.joined(separator: "\n")
        let request =
            "PUT /simulator/faults HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        _ = Socket.exchange(port: port, Array(request.utf8))
    }
}

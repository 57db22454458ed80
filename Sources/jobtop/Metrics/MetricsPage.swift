import Metrics
import MetricsServer

/// What `jobtop metrics --serve` answers to which request.
struct MetricsPage: Sendable {
    /// Whether the server listens for this machine only.
    let isLoopback: Bool
    /// The metrics as they are now.
    let text: @Sendable (MetricsFormat) -> String

    /// Answers a request.
    func answer(to request: ScrapeRequest) -> ScrapeAnswer {
        // A web page may name this machine by a name of its own, and a browser would then let it read the answer.
        if isLoopback, let host = request.host, !Self.isThisMachine(host) {
            return ScrapeAnswer(status: 421, body: "This server answers to an IP address or to localhost only.\n")
        }
        guard ["GET", "HEAD"].contains(request.method) else { return ScrapeAnswer(status: 405, body: "Use GET.\n") }
        switch request.path {
        case "/metrics":
            let format = MetricsFormat(accept: request.accept)
            return ScrapeAnswer(contentType: format.contentType, body: text(format))
        case "/": return ScrapeAnswer(body: "The metrics of jobtop are at /metrics.\n")
        default: return ScrapeAnswer(status: 404, body: "The metrics of jobtop are at /metrics.\n")
        }
    }

    /// Whether a Host header names an IP address or `localhost`, with or without a port.
    private static func isThisMachine(_ host: String) -> Bool {
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            return ServeAddress.isIP(String(host[..<end].dropFirst()))
        }
        let name = host.prefix { $0 != ":" }
        return name.lowercased() == "localhost" || ServeAddress.isIP(String(name))
    }
}

import Intuned
import Synchronization

/// Answers as the platform writes them: a page of the newest runs of a job with a full configuration.
enum SampleAnswer {
    /// Twenty runs, the first of which is active and has so many items done.
    static func runs(done: Int) -> [UInt8] {
        let rows = (0..<20).map { number in
            number == 0 ? row(number, "PENDING", ended: nil, done: done) : row(number, "SUCCESS", ended: 30, done: 160)
        }
        return Array(#"{"jobRuns":[\#(rows.joined(separator: ","))],"totalCount":37}"#.utf8)
    }

    private static func row(_ number: Int, _ status: String, ended: Int?, done: Int) -> String {
        let hour = (10 + number) % 24 < 10 ? "0\((10 + number) % 24)" : "\((10 + number) % 24)"
        let day = "2026-11-\(27 - number / 2)"
        let end = ended.map { #""\#(day)T\#(hour):\#($0):12.204Z""# } ?? "null"
        return #"{"id":"91b7e02d-5c0a-4f7e-8d1b-\#(100_000_000_000 + number)","start_time":"\#(day)T\#(hour):12:44.871Z","#
            + #""end_time":\#(end),"workspace_id":"6b1f6f9e-2f0c-4d57-9a51-c0de5afe0001","#
            + #""project_id":"0b6c3c2e-93a1-4b55-a3f4-5f1a2c3d4e5f","job_id":"catalogue-sync","#
            + #""created_at":"\#(day)T\#(hour):12:44.113Z","updated_at":"\#(day)T\#(hour):13:\#(10 + done % 50).500Z","#
            + #""type":"SCHEDULED","status":"\#(status)","payloads":160,"successful_runs":\#(done),"failed_runs":12,"#
            + #""error":null,"reason":null,"job_configuration_snapshot":\#(snapshot)}"#
    }

    private static let snapshot =
        #"{"configuration":{"retry":{"maximumAttempts":2},"maxConcurrentRequests":6,"requestTimeout":300},"sink":{"#
        + #""type":"webhook","url":"https://hooks:pass@hooks.acme.example/intuned/results?token=whk_live_51b0c9e7a2&team=a","#
        + #""headers":{"Content-Type":"application/json","Authorization":"Bearer eyJhbGciOiJIUzI1NiJ9.c2VjcmV0","#
        + #""X-Signing-Secret":"whsec_9ZkT2mQ7Lx0e"},"skipOnFail":false,"apisToSend":null},"auth_session":{"#
        + #""id":"acme-shop","checkAttempts":3,"createAttempts":2,"saveTrace":false},"proxy":{"version":"v1","#
        + #""url":"http://customer-acme:Pr0xy-Passw0rd@gw.proxy.example:8011"},"notifications":[{"type":"webhook","#
        + #""url":"https://chat.acme.example/hooks/T024BE7LD/B0A1?key=ntf_7d1e0b","headers":{"X-Chat-Token":"xoxb-2041"}}]}"#
}

/// A transport that gives prepared answers, one after another, the last one again and again.
final class PreparedAnswers: HTTPTransport {
    private let bodies: Mutex<ArraySlice<[UInt8]>>

    init(_ bodies: [[UInt8]]) { self.bodies = Mutex(bodies[...]) }

    func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        let body = bodies.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? [] }
        let head = HTTPResponseHead(
            status: 200,
            headers: [
                HTTPHeader(name: "Content-Type", value: "application/json"),
                HTTPHeader(name: "Date", value: "Fri, 27 Nov 2026 10:13:12 GMT"),
            ])
        guard body.withUnsafeBytes({ receive(head, $0) }) else { throw .stopped }
        return head
    }
}

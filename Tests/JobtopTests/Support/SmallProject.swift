import Dashboard
import FoundationEssentials
import Intuned
import Rehearsal
import Synchronization

@testable import jobtop

/// A project of many jobs with few runs, answered at once and without a socket; its clock jumps over every wait.
final class SmallProject: HTTPTransport {
    /// Seconds in which nothing is answered.
    let outage: Range<Double>
    private let jobs: Int
    private let rehearsal = RehearsalClock(start: SimulatedPlatform.start)
    private let asked = Mutex<[Double]>([])

    init(jobs: Int, outage: Range<Double>) { (self.jobs, self.outage) = (jobs, outage) }

    /// Seconds after the start at which each request came.
    var requests: [Double] { asked.withLock { $0 } }

    /// The clock of the command; its task is canceled after so many seconds.
    func clock(end: Double) -> CommandClock {
        CommandClock(now: { self.rehearsal.now }) { seconds in
            self.rehearsal.advance(by: seconds)
            if self.rehearsal.awake >= end { withUnsafeCurrentTask { $0?.cancel() } }
        }
    }

    var client: IntunedClient {
        IntunedClient(baseURL: "https://h.example/w", workspaceID: "w", project: "p", apiKey: Secret("k"), transport: self)
    }

    func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        let second = rehearsal.awake
        asked.withLock { $0.append(second) }
        guard !outage.contains(second) else { throw .timedOut(seconds: 15) }
        let rows = (0..<jobs).map { #"{"id":"job\#($0)","state":"ACTIVE"}"# }.joined(separator: ",")
        let body = request.url.hasSuffix("/jobs") ? "[\(rows)]" : #"{"jobRuns":[],"totalCount":0}"#
        let head = HTTPResponseHead(status: 200, headers: [HTTPHeader(name: "Content-Type", value: "application/json")])
        guard Array(body.utf8).withUnsafeBytes({ receive(head, $0) }) else { throw .stopped }
        return head
    }
}

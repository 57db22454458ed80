import Foundation
import Intuned

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

// The code of docs/INTUNED.md, compiled: what stands between "example" and "end" is there word for word (LibraryTests).

// example transport
/// Sends requests with URLSession.
struct SessionTransport: HTTPTransport {
    private let session = URLSession(configuration: .ephemeral, delegate: NoRedirects(), delegateQueue: nil)

    func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        guard let url = URL(string: request.url) else { throw .invalidURL }
        var message = URLRequest(url: url)
        message.httpMethod = request.method
        message.timeoutInterval = request.timeout ?? 60
        for header in request.headers { message.setValue(header.value, forHTTPHeaderField: header.name) }
        let answer: (data: Data, response: URLResponse)
        do { answer = try await session.data(for: message) } catch { throw .other(.library(error.localizedDescription)) }
        guard let response = answer.response as? HTTPURLResponse else { throw .notHTTP }
        let headers = response.allHeaderFields.map { HTTPHeader(name: "\($0.key)", value: "\($0.value)") }
        let head = HTTPResponseHead(status: response.statusCode, headers: headers)
        guard answer.data.withUnsafeBytes({ receive(head, $0) }) else { throw .stopped }
        return head
    }
}

/// Keeps the API key from following a redirect to another host.
final class NoRedirects: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
// end transport

// example list
/// Returns the ids of all jobs that are paused.
func pausedJobs(_ client: IntunedClient) async throws(IntunedError) -> [String] {
    let answer = try await client.call(Endpoints.jobs())
    return answer.value.jobs.filter { $0.state == .known(.paused) }.map(\.id)
}
// end list

// example poll
/// Triggers a job and returns its run when the run has ended.
func runToTheEnd(_ job: String, _ client: IntunedClient, every seconds: Double) async throws -> JobRunDetail {
    // Each trigger may start a run that is billed, so it is never repeated after a failure.
    let run = try await client.call(Endpoints.trigger(job: job)).value.jobRunID
    let policy = RetryPolicy()
    var failures = 0
    while true {
        let wait: Double
        do throws(IntunedError) {
            let detail = try await client.call(Endpoints.jobRun(job: job, run: run)).value
            if !detail.jobRun.isActive { return detail }
            (failures, wait) = (0, seconds)
        } catch {
            if case .notFound = error { throw error }
            failures += 1
            wait = policy.delay(afterFailures: failures, error: error, jitter: .random(in: 0..<1))
        }
        try await Task.sleep(for: .seconds(wait))
    }
}
// end poll

// example fetch
/// Returns the results file of a run; nil if the run has none.
func results(of run: String, job: String, _ client: IntunedClient, _ transport: some HTTPTransport) async throws -> [UInt8]? {
    guard let results = try await client.call(Endpoints.jobRun(job: job, run: run)).value.results else { return nil }
    // The link opens the file for everybody who has it: no API key goes to the store, and no link into a log.
    let request = HTTPRequest(url: results.signedURL.reveal(), isSigned: true)
    let (head, body) = try await transport.body(of: request, limit: 64 << 20)
    guard head.status == 200 else { throw IntunedError.refused(status: head.status, nil) }
    return body
}
// end fetch

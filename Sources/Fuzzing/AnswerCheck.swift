import Intuned

/// Every answer is understood or refused, and counts are counts.
enum AnswerCheck {
    static func verdict(on input: [UInt8]) async -> FuzzTarget.Verdict {
        let client = IntunedClient(
            baseURL: "https://a.example", workspaceID: "w", project: "p", apiKey: Secret("k"), transport: OneAnswer(body: input))
        let page = try? await client.call(Endpoints.jobRuns(job: "j")).value
        let run = try? await client.call(Endpoints.jobRun(job: "j", run: "r"))
        let jobs = try? await client.call(Endpoints.jobs())
        let isUnderstood = page != nil || run != nil || jobs != nil
        if let count = page?.totalCount, count < 0 { return .init(isUnderstood: isUnderstood, broken: "\(count) runs") }
        return .init(isUnderstood: isUnderstood)
    }
}

/// A transport that has one answer to everything.
private struct OneAnswer: HTTPTransport {
    var body: [UInt8]

    func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        let head = HTTPResponseHead(status: 200, headers: [HTTPHeader(name: "Content-Type", value: "application/json")])
        guard body.withUnsafeBytes({ receive(head, $0) }) else { throw .stopped }
        return head
    }
}

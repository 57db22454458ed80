/// Makes the calls of the Intuned API for one project.
public struct IntunedClient: Sendable {
    /// Where the platform answers, unless told otherwise.
    public static let publicBaseURL = "https://app.intuned.io/api/v1/workspace"
    /// The most bytes that an answer may have: 32 MiB.
    public static let bodyLimit = 32 << 20

    private let projectURL: String
    private let project: String
    private let apiKey: Secret
    private let transport: any HTTPTransport
    private let timeout: Double

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - baseURL: what comes before the workspace's id in every address; not to be taken from anybody who must not see the key.
    ///   - project: the project's name, which is not its id.
    ///   - timeout: seconds that one call may take.
    public init(
        baseURL: String = IntunedClient.publicBaseURL, workspaceID: String, project: String, apiKey: Secret,
        transport: any HTTPTransport, timeout: Double = 15
    ) {
        let base = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
        let parts = [workspaceID, "projects", project].map(PercentEncoding.encodedPathPart)
        self.projectURL = "\(base)/\(parts.joined(separator: "/"))"
        self.project = project
        self.apiKey = apiKey
        self.transport = transport
        self.timeout = timeout
    }

    /// Makes one call, once.
    public func call<Answer>(_ endpoint: Endpoint<Answer>) async throws(IntunedError) -> Answered<Answer> {
        let answer: ServerAnswer
        do throws(HTTPTransportError) {
            let (head, body) = try await transport.body(of: request(for: endpoint), limit: Self.bodyLimit)
            answer = ServerAnswer(head: head, body: body)
        } catch {
            throw IntunedError(error)
        }
        let value = try answer.value(of: endpoint, missing: endpoint.subject ?? .project(project))
        return Answered(value: value, serverTime: answer.serverTime)
    }

    private func request<Answer>(for endpoint: Endpoint<Answer>) -> HTTPRequest {
        HTTPRequest(
            method: endpoint.method, url: projectURL + endpoint.target,
            headers: [
                HTTPHeader(name: "x-api-key", value: apiKey.reveal()), HTTPHeader(name: "Accept", value: "application/json"),
                // An answer that a proxy kept would pass for the present (RFC 9111 section 5.2.1.4).
                HTTPHeader(name: "Cache-Control", value: "no-cache"),
                HTTPHeader(name: "User-Agent", value: "jobtop"),
            ], timeout: timeout)
    }
}

extension IntunedError {
    /// What a failed transfer means to the caller.
    init(_ error: HTTPTransportError) {
        switch error {
        case .cancelled: self = .cancelled
        case .tooLarge(let limit): self = .notUnderstood(.tooLarge(limit: limit))
        case .notHTTP: self = .notUnderstood(.notHTTP)
        case .unresolvedHost, .refused, .unreachable, .refusedByProxy, .tls, .timedOut, .connectionLost, .stopped, .invalidURL,
            .unencrypted, .other:
            self = .notReachable(error)
        }
    }
}

/// Makes the calls of the Intuned API for one project.
public struct IntunedClient: Sendable {
    /// The base URL of the public platform, which is the default.
    public static let publicBaseURL = "https://app.intuned.io/api/v1/workspace"
    /// The most bytes that an answer may have: 32 MiB.
    public static let bodyLimit = 32 << 20

    private let projectURL: String
    private let project: String
    private let apiKey: Secret
    private let transport: any HTTPTransport
    private var timeout: Double

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - baseURL: the part of every address before the workspace's id; its server sees the key, so the URL must come from a
    ///     trusted source.
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

    /// The same client with another limit for each call, in seconds.
    package func limited(to seconds: Double) -> IntunedClient {
        var client = self
        client.timeout = seconds
        return client
    }

    /// Sends one call, without a retry.
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
                // An answer from a proxy's cache would look current (RFC 9111 section 5.2.1.4).
                HTTPHeader(name: "Cache-Control", value: "no-cache"),
                HTTPHeader(name: "User-Agent", value: "jobtop"),
            ], timeout: timeout)
    }
}

extension IntunedError {
    /// The meaning of a failed transfer for the caller.
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

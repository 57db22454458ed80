import Intuned
import Simulator
import Testing

/// The client's error for each fault of the platform, over a socket.
struct PlatformFaultTests {
    /// An error without the platform's words, which `ClientTests` compares.
    private static func bare(_ error: IntunedError) -> IntunedError {
        switch error {
        case .unauthorized: .unauthorized(nil)
        case .forbidden: .forbidden(nil)
        case .notFound(let subject, _): .notFound(subject, nil)
        case .rateLimited(let wait, _): .rateLimited(retryAfter: wait, nil)
        case .refused(let status, _): .refused(status: status, nil)
        case .server(let status, _): .server(status: status, nil)
        case .redirected, .notReachable, .notUnderstood, .cancelled: error
        }
    }

    /// The error of the list of jobs.
    private func error(_ fault: FaultKind) async throws -> IntunedError? {
        var outcome: IntunedError?
        try await Scene.with(.demo) { scene in
            scene.simulator.setFaults([.init(.jobs, fault)])
            do throws(IntunedError) { _ = try await scene.client.call(Endpoints.jobs()) } catch { outcome = Self.bare(error) }
            // The next call is not affected.
            scene.simulator.setFaults([])
            let jobs = try await scene.client.call(Endpoints.jobs()).value.jobs
            #expect(!jobs.isEmpty)
        }
        return outcome
    }

    @Test(arguments: [
        (FaultKind.unauthorized, IntunedError.unauthorized(nil)), (.forbidden, .forbidden(nil)),
        (.notFound, .notFound(.project("storefront-scrapers"), nil)),
        (.rateLimited(.notSaid), .rateLimited(retryAfter: nil, nil)),
        (.rateLimited(.seconds(7)), .rateLimited(retryAfter: 7, nil)),
        (.rateLimited(.date(secondsAhead: 9)), .rateLimited(retryAfter: 9, nil)),
        (.serverError, .server(status: 500, nil)), (.badGateway, .server(status: 502, nil)),
        (.unavailable(status: 503), .server(status: 503, nil)),
        (.redirect(to: "https://evil.example/x?key=1"), .redirected(status: 302, toHost: "evil.example")),
        (.redirect(to: nil), .redirected(status: 302, toHost: nil)), (.empty, .notUnderstood(.empty)),
        (.big, .notUnderstood(.tooLarge(limit: IntunedClient.bodyLimit))),
        (.bomb, .notUnderstood(.tooLarge(limit: IntunedClient.bodyLimit))),
        (.endless, .notUnderstood(.tooLarge(limit: IntunedClient.bodyLimit))),
    ])
    func aFaultHasItsError(_ fault: FaultKind, expected: IntunedError) async throws {
        #expect(try await error(fault) == expected)
    }

    @Test(arguments: [FaultKind.reset, .cut(after: 100), .wrongLength(by: 10)])
    func aConnectionThatBreaksIsNotReachable(_ fault: FaultKind) async throws {
        guard case .notReachable(.connectionLost)? = try await error(fault) else {
            Issue.record("another error came")
            return
        }
    }

    @Test(arguments: [FaultKind.truncated, .invalidJSON, .wrongRoot])
    func aBodyThatIsNotTheAnswerIsNotUnderstood(_ fault: FaultKind) async throws {
        switch (fault, try await error(fault)) {
        case (.truncated, .notUnderstood(.truncated)), (.invalidJSON, .notUnderstood(.notJSON)),
            (.wrongRoot, .notUnderstood(.unexpectedShape)):
            break
        case (_, let error): Issue.record("\(String(describing: error))")
        }
    }

    @Test(arguments: [FaultKind.gzip, .slow(bytesPerTick: 1 << 16), .delay(seconds: 0.2)])
    func whatOnlyTakesItsTimeIsNoFault(_ fault: FaultKind) async throws {
        #expect(try await error(fault) == nil)
    }

    @Test func aPlatformThatSaysNothingTimesOut() async throws {
        try await Scene.with(.demo) { scene in
            scene.simulator.setFaults([.init(.jobs, .hang)])
            let options = SimulatorOptions()
            let hasty = IntunedClient(
                baseURL: scene.simulator.baseURL, workspaceID: options.workspaceID, project: options.project,
                apiKey: Secret(options.apiKey), transport: scene.transport, timeout: 0.3)
            await #expect(throws: IntunedError.notReachable(.timedOut(seconds: 0.3))) {
                _ = try await hasty.call(Endpoints.jobs())
            }
        }
    }
}

package import Dashboard
package import Intuned

extension IntunedClient {
    /// Sends an action, once.
    package func send(_ action: Action) async throws(IntunedError) -> Answered<ActionAnswer> {
        let job = action.target.job
        switch action.kind {
        case .trigger:
            let answer = try await call(Endpoints.trigger(job: job))
            let outcome = ActionAnswer(newRun: answer.value.jobRunID, message: answer.value.message)
            return Answered(value: outcome, serverTime: answer.serverTime)
        case .terminate: return try await confirmed(Endpoints.terminate(job: job, run: action.target.run ?? ""))
        case .pause: return try await confirmed(Endpoints.pause(job: job))
        case .resume: return try await confirmed(Endpoints.resume(job: job))
        }
    }

    private func confirmed(_ endpoint: Endpoint<Confirmation>) async throws(IntunedError) -> Answered<ActionAnswer> {
        let answer = try await call(endpoint)
        return Answered(value: ActionAnswer(message: answer.value.message), serverTime: answer.serverTime)
    }
}

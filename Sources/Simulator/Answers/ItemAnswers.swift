/// The answer of the call "run result" for a single Run (API.md, 3.8).
extension ItemRecord {
    var answer: JSON {
        var members: [JSON.Member] = [.init(key: "runId", value: .string(runID)), .init(key: "status", value: .string(status))]
        switch status {
        case "completed":
            members.append(.init(key: "result", value: output))
            members.append(.init(key: "extendedPayloads", value: extendedPayloads ?? .array([])))
        case "failed":
            guard let failure = outcome.failure else { break }
            let error = error(failure, correlationKey: "correlation_id")
            members.append(.init(key: "error", value: .object(error)))
            members.append(.init(key: "message", value: .string(failure.message(run.dice.fork(index).fork(2)))))
        case "canceled":
            members.append(.init(key: "reason", value: ["type": "job-run-terminated", "message": "The job run was terminated."]))
        default: break
        }
        return .object(members)
    }

    private var status: String {
        if run.stopped.contains(index) { return "canceled" }
        if run.underWay.contains(where: { $0.index == index }) { return "started" }
        guard index < run.begun else { return run.status.isFinal ? "canceled" : "pending" }
        return outcome.failure == nil ? "completed" : "failed"
    }
}

extension SingleRuns.SingleRun {
    /// The answer at a moment: pending for 2 s of the platform, running for 10 s more, then completed.
    func answer(at moment: Moment, pace: Pace) -> JSON {
        let status =
            moment < startedAt + pace.span(2) ? "pending" : moment < startedAt + pace.span(12) ? "started" : "completed"
        let result: [JSON.Member] =
            status == "completed" ? [.init(key: "result", value: ["api": .string(apiName), "ok": true])] : []
        return .object([.init(key: "runId", value: .string(id)), .init(key: "status", value: .string(status))] + result)
    }
}

extension Platform {
    /// The answer for the Run with that id.
    func result(ofRun id: String) throws(Refusal) -> JSON {
        if let single = singleRuns.runs.first(where: { $0.id == id }) { return single.answer(at: clock, pace: pace) }
        guard let address = identifiers.address(ofItem: id), jobs.indices.contains(address.job),
            let run = jobs[address.job].run(ordinal: address.ordinal), address.index < run.payloads
        else { throw .notFound("Run \(id) was not found.") }
        return ItemRecord(job: jobs[address.job], run: run, index: address.index).answer
    }
}

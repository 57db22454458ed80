/// The line of an item in a results file (API.md, section 8).
extension ItemRecord {
    /// The current form.
    func line(of identity: Identity) -> JSON {
        let outcome = outcome
        let times = times
        let result: JSON =
            outcome.failure == nil ? ["output": output, "extendedPayloads": extendedPayloads ?? .array([])] : .null
        let error = outcome.failure.map { JSON.object(self.error($0, correlationKey: "correlationId")) } ?? .null
        return envelope(
            [
                "name": .string(apiName), "parameters": parameters, "runId": .string(runID), "result": result,
                "started_at": .string(times.start.iso), "ended_at": .string(times.end.iso), "error": error, "reason": .null,
                "trace_url": .string(artefact("trace.zip")), "log_url": .string(artefact("log.jsonl")),
            ], identity)
    }

    /// The form of earlier files, which sinks still use.
    func olderLine(of identity: Identity) -> JSON {
        let result: JSON =
            if let failure = outcome.failure {
                [
                    "status": "failed", "error": .string(failure.code),
                    "message": .string(failure.message(run.dice.fork(index).fork(2))),
                    "statusCode": 500,
                ]
            } else {
                ["status": "completed", "result": output, "statusCode": 200]
            }
        return envelope(
            ["name": .string(apiName), "parameters": parameters, "runId": .string(runID), "result": result], identity)
    }

    private func envelope(_ apiInfo: JSON, _ identity: Identity) -> JSON {
        [
            "apiInfo": apiInfo, "workspaceId": .string(identity.workspaceID),
            "project": ["id": .string(identity.projectID), "name": .string(identity.project)],
            "projectJob": ["id": .string(job.plan.id)], "projectJobRun": ["id": .string(run.id)],
        ]
    }

    private func artefact(_ name: String) -> String {
        var dice = run.dice.fork(index).fork(3)
        let attempt = outcome.attempts
        return
            "https://intuned-run-artifacts.s3.eu-central-1.amazonaws.com/\(runID)/\(attempt)/\(name)?X-Amz-Expires=86400&X-Amz-Signature=\(dice.hex(64))"
    }
}

/// The answers of the calls "list job runs" and "get job run" for a JobRun (API.md, 3.1).
extension Run {
    func json(of job: Job, _ identity: Identity) -> JSON {
        let row: JSON = [
            "id": .string(id), "start_time": .string(startedAt.iso), "end_time": .text(endedAt?.iso),
            "workspace_id": .string(identity.workspaceID), "project_id": .string(identity.projectID),
            "job_id": .string(job.plan.id), "created_at": .string(createdAt.iso), "updated_at": .string(updatedAt.iso),
            "type": .string(type.rawValue), "status": .string(status.rawValue), "payloads": .int(payloads),
            "successful_runs": .int(succeeded), "failed_runs": .int(failed), "error": error?.json ?? .null,
            "reason": reason?.json ?? .null, "job_configuration_snapshot": job.snapshot(of: self),
        ]
        return odd?.row ?? row.overlaid(with: odd?.overlay ?? [])
    }

    /// Whether the platform has created a results file.
    var hasResults: Bool {
        status.isFinal && (finished > 0 || results != .items)
    }
}

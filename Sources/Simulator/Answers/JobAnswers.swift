/// The answers of the calls "list jobs" and "get job" for a job (API.md, 3.6 and 3.7).
extension Job {
    /// A row of the list.
    func listItem(_ identity: Identity) -> JSON {
        let row: JSON = [
            "id": .string(plan.id), "workspace_id": .string(identity.workspaceID), "project_id": .string(identity.projectID),
            "configuration": plan.configuration.json, "payload": .array(plan.payload.map(\.json)), "sink": plan.sink,
            "schedule": plan.schedule?.json ?? .null, "next_run_time": .text(nextStart?.iso),
            "last_run_time": .text(lastStart?.iso),
            "created_at": .string(createdAt.iso), "auth_session": plan.authSession, "notifications": plan.notifications,
            "proxy": Job.object(plan.proxyURL), "reason": reason, "state": state,
            "schedule_id": plan.schedule == nil ? .null : .string("schedule-\(plan.id)"), "source": .string(plan.source),
        ]
        return row.overlaid(with: plan.overlay)
    }

    /// The whole job.
    ///
    /// The key of its project is `projectId`, and its proxy is a string.
    func detail(_ identity: Identity) -> JSON {
        let detail: JSON = [
            "id": .string(plan.id), "projectId": .string(identity.projectID), "configuration": plan.configuration.json,
            "payload": .array(plan.payload.map(\.json)), "sink": plan.sink, "schedule": plan.schedule?.json ?? .null,
            "created_at": .string(createdAt.iso), "next_run_time": .text(nextStart?.iso), "last_run_time": .text(lastStart?.iso),
            "state": state, "auth_session": plan.authSession, "proxy": .text(plan.proxyURL),
        ]
        return detail.overlaid(with: plan.overlay.filter { $0.key != "proxy" && $0.key != "reason" })
    }

    /// The copy of the configuration in every run (API.md, 3.4).
    func snapshot(of run: Run) -> JSON {
        let plan = plan.at(run.ordinal)
        return [
            "configuration": plan.configuration.json, "sink": plan.sink, "auth_session": plan.authSession,
            "proxy": Job.object(plan.proxyURL), "notifications": plan.notifications,
        ]
    }

    private static func object(_ proxyURL: String?) -> JSON {
        proxyURL.map { ["version": "v1", "url": .string($0)] } ?? .null
    }

    private var state: JSON { pause == nil ? "ACTIVE" : "PAUSED" }

    private var reason: JSON {
        guard let pause else { return .null }
        return ["type": "paused", "message": .string(pause.message), "details": .null, "timestamp": .string(pause.since.iso)]
    }

    private var nextStart: Moment? {
        if case .stalls(let seconds)? = plan.schedule?.lapse { return origin - .milliseconds(Int64(seconds * 1000)) }
        return pause == nil ? nextScheduled : nil
    }

    private var lastStart: Moment? {
        let history = plan.history.isMadeOnDemand && plan.history.runs > 0 ? pastRun(plan.history.runs - 1).createdAt : nil
        return active.last?.createdAt ?? ended.last?.createdAt ?? history
    }
}

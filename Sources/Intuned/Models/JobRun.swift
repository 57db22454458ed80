/// One execution of a job: its times, progress, outcome and configuration.
public struct JobRun: Hashable, Sendable, Identifiable {
    /// The run's id, an opaque text.
    public var id: String
    /// The workspace that the run belongs to.
    public var workspaceID: String?
    /// The project that the run belongs to, as used in its web address.
    public var projectID: String?
    /// The job that the run belongs to.
    public var jobID: String?
    /// When the run started; also set for runs that never started.
    public var startTime: Timestamp?
    /// When the run ended; nil until then.
    public var endTime: Timestamp?
    /// When the run was created.
    public var createdAt: Timestamp?
    /// When the run last changed.
    public var updatedAt: Timestamp?
    /// What started the run.
    public var type: Open<JobRunType>?
    /// The run's status.
    public var status: Open<JobRunStatus>
    /// The number of items; may grow while the run is active.
    public var payloads: Int?
    /// The number of items that succeeded.
    public var successfulRuns: Int?
    /// The number of items that failed.
    public var failedRuns: Int?
    /// The error of the run itself.
    public var error: RunError?
    /// The reason for the run's status.
    public var reason: RunReason?
    /// The configuration with which the run was started.
    public var snapshot: ConfigurationSnapshot? {
        get { sharedSnapshot?.value }
        set { sharedSnapshot = newValue.map(Shared.init) }
    }

    /// The configuration as runs have it in common.
    var sharedSnapshot: Shared<ConfigurationSnapshot>?

    /// Creates a run; omitted arguments are unknown.
    public init(
        id: String, status: Open<JobRunStatus>, workspaceID: String? = nil, projectID: String? = nil, jobID: String? = nil,
        startTime: Timestamp? = nil, endTime: Timestamp? = nil, createdAt: Timestamp? = nil, updatedAt: Timestamp? = nil,
        type: Open<JobRunType>? = nil, payloads: Int? = nil, successfulRuns: Int? = nil, failedRuns: Int? = nil,
        error: RunError? = nil, reason: RunReason? = nil, snapshot: ConfigurationSnapshot? = nil
    ) {
        self.id = id
        self.workspaceID = workspaceID
        self.projectID = projectID
        self.jobID = jobID
        self.startTime = startTime
        self.endTime = endTime
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.type = type
        self.status = status
        self.payloads = payloads
        self.successfulRuns = successfulRuns
        self.failedRuns = failedRuns
        self.error = error
        self.reason = reason
        self.sharedSnapshot = snapshot.map(Shared.init)
    }

    /// The number of items that have not ended; nil if the number of items is unknown.
    public var left: Int? {
        guard let payloads else { return nil }
        let (ended, isBeyond) = max(successfulRuns ?? 0, 0).addingReportingOverflow(max(failedRuns ?? 0, 0))
        return isBeyond ? 0 : max(max(payloads, 0) - ended, 0)
    }

    /// Whether the run may still change; an unknown status counts as active while the run has no end.
    public var isActive: Bool {
        switch status {
        case .known(let status): status.isActive
        case .unrecognized: endTime == nil
        }
    }
}

extension JobRun: Decodable {
    /// Reads a run, which must have an id and a status.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(
            id: try fields.identifier("id"),
            status: try fields.decode(Open<JobRunStatus>.self, forKey: "status"),
            workspaceID: fields.text("workspace_id", "workspaceId"),
            projectID: fields.text("project_id", "projectId"),
            jobID: fields.text("job_id", "jobId"),
            startTime: fields.time("start_time"),
            endTime: fields.time("end_time"),
            createdAt: fields.time("created_at"),
            updatedAt: fields.time("updated_at"),
            type: fields.lenient("type"),
            payloads: fields.count("payloads"),
            successfulRuns: fields.count("successful_runs"),
            failedRuns: fields.count("failed_runs"),
            error: fields.lenient("error"),
            reason: fields.lenient("reason"),
            snapshot: fields.lenient("job_configuration_snapshot"))
    }
}

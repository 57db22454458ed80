/// One execution of a job: when, how far, how it ended, and with which configuration.
public struct JobRun: Hashable, Sendable, Identifiable {
    /// The run's identity; opaque.
    public var id: String
    /// The workspace that it belongs to.
    public var workspaceID: String?
    /// The project that it belongs to, as its web address needs it.
    public var projectID: String?
    /// The job that it is a run of.
    public var jobID: String?
    /// When it started; there also for runs that never did.
    public var startTime: Timestamp?
    /// When it ended; nil while it has not.
    public var endTime: Timestamp?
    /// When it was created.
    public var createdAt: Timestamp?
    /// When anything of it last changed.
    public var updatedAt: Timestamp?
    /// What started it.
    public var type: Open<JobRunType>?
    /// Where it stands.
    public var status: Open<JobRunStatus>
    /// How many items it has; may grow while it works.
    public var payloads: Int?
    /// How many items ended well.
    public var successfulRuns: Int?
    /// How many items ended badly.
    public var failedRuns: Int?
    /// What went wrong with the run itself.
    public var error: RunError?
    /// Why it stands where it stands.
    public var reason: RunReason?
    /// The configuration that it was started with.
    public var snapshot: ConfigurationSnapshot?

    /// Creates a run; what is not given is unknown.
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
        self.snapshot = snapshot
    }

    /// How many items have not ended; nil when it is unknown how many there are.
    public var left: Int? {
        guard let payloads else { return nil }
        let (ended, isBeyond) = max(successfulRuns ?? 0, 0).addingReportingOverflow(max(failedRuns ?? 0, 0))
        return isBeyond ? 0 : max(max(payloads, 0) - ended, 0)
    }

    /// Whether it may still change; a status that is not known counts as active while the run has no end.
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

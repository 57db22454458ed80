/// A job as returned by the list of jobs.
public struct JobListItem: Hashable, Sendable, Identifiable {
    /// The job's id: the short name that its owner chose.
    public var id: String
    /// Whether the job starts runs.
    public var state: Open<JobState>
    /// Why the job does not start runs.
    public var reason: JobReason?
    /// The job's schedule; nil if it runs only on request.
    public var schedule: Schedule?
    /// When the schedule starts it next.
    public var nextRunTime: Timestamp?
    /// When the job last ran.
    public var lastRunTime: Timestamp?
    /// When the job was created.
    public var createdAt: Timestamp?
    /// The items that each run starts with.
    public var payload: [PayloadItem]
    /// Where the job was defined.
    public var source: Open<JobSource>?
    /// Attempts, concurrency and time limits.
    public var configuration: JobConfiguration
    /// Where each result is delivered.
    public var sink: Sink?
    /// The login that the job needs.
    public var authSession: AuthSession?
    /// The proxy that the job uses.
    public var proxy: Proxy?
    /// The receivers of notifications about the job's runs.
    public var notifications: [JobNotification]
    /// The workspace that the job belongs to.
    public var workspaceID: String?
    /// The project that the job belongs to.
    public var projectID: String?
    /// The id of the job's schedule.
    public var scheduleID: String?

    /// Creates a job; omitted arguments are unknown or the platform's default.
    public init(
        id: String, state: Open<JobState>, reason: JobReason? = nil, schedule: Schedule? = nil, nextRunTime: Timestamp? = nil,
        lastRunTime: Timestamp? = nil, createdAt: Timestamp? = nil, payload: [PayloadItem] = [],
        source: Open<JobSource>? = nil, configuration: JobConfiguration = JobConfiguration(), sink: Sink? = nil,
        authSession: AuthSession? = nil, proxy: Proxy? = nil, notifications: [JobNotification] = [],
        workspaceID: String? = nil, projectID: String? = nil, scheduleID: String? = nil
    ) {
        self.id = id
        self.state = state
        self.reason = reason
        self.schedule = schedule
        self.nextRunTime = nextRunTime
        self.lastRunTime = lastRunTime
        self.createdAt = createdAt
        self.payload = payload
        self.source = source
        self.configuration = configuration
        self.sink = sink
        self.authSession = authSession
        self.proxy = proxy
        self.notifications = notifications
        self.workspaceID = workspaceID
        self.projectID = projectID
        self.scheduleID = scheduleID
    }
}

extension JobListItem: Decodable {
    /// Reads a job, which must have an id and a state.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(
            id: try fields.identifier("id"),
            state: try fields.decode(Open<JobState>.self, forKey: "state"),
            reason: fields.lenient("reason"),
            schedule: fields.lenient("schedule"),
            nextRunTime: fields.time("next_run_time"),
            lastRunTime: fields.time("last_run_time"),
            createdAt: fields.time("created_at"),
            payload: fields.list("payload") ?? [],
            source: fields.lenient("source"),
            configuration: fields.lenient("configuration") ?? JobConfiguration(),
            sink: fields.lenient("sink"),
            authSession: fields.lenient("auth_session", "authSession"),
            proxy: fields.lenient("proxy"),
            notifications: fields.list("notifications") ?? [],
            workspaceID: fields.text("workspace_id", "workspaceId"),
            projectID: fields.text("project_id", "projectId"),
            scheduleID: fields.text("schedule_id", "scheduleId"))
    }
}

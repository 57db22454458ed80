/// A job as returned by the call for one job: the list's fields without workspace, reason, source, notifications and schedule id.
public struct JobDetail: Hashable, Sendable, Identifiable {
    /// The job's id: the short name that its owner chose.
    public var id: String
    /// Whether the job starts runs.
    public var state: Open<JobState>
    /// The job's schedule; nil if it runs only on request.
    public var schedule: Schedule?
    /// When the schedule starts it next.
    public var nextRunTime: Timestamp?
    /// When the job last ran.
    public var lastRunTime: Timestamp?
    /// When the job was created.
    public var createdAt: Timestamp?
    /// The items that each run starts with; nil if the platform does not report them.
    public var payload: [PayloadItem]?
    /// Attempts, concurrency and time limits.
    public var configuration: JobConfiguration
    /// Where each result is delivered.
    public var sink: Sink?
    /// The login that the job needs.
    public var authSession: AuthSession?
    /// The proxy that the job uses.
    public var proxy: Proxy?
    /// The project that the job belongs to.
    public var projectID: String?

    /// Creates a job; omitted arguments are unknown or the platform's default.
    public init(
        id: String, state: Open<JobState>, schedule: Schedule? = nil, nextRunTime: Timestamp? = nil,
        lastRunTime: Timestamp? = nil, createdAt: Timestamp? = nil, payload: [PayloadItem]? = nil,
        configuration: JobConfiguration = JobConfiguration(), sink: Sink? = nil, authSession: AuthSession? = nil,
        proxy: Proxy? = nil, projectID: String? = nil
    ) {
        self.id = id
        self.state = state
        self.schedule = schedule
        self.nextRunTime = nextRunTime
        self.lastRunTime = lastRunTime
        self.createdAt = createdAt
        self.payload = payload
        self.configuration = configuration
        self.sink = sink
        self.authSession = authSession
        self.proxy = proxy
        self.projectID = projectID
    }
}

extension JobDetail: Decodable {
    /// Reads a job, which must have an id and a state.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(
            id: try fields.identifier("id"),
            state: try fields.decode(Open<JobState>.self, forKey: "state"),
            schedule: fields.lenient("schedule"),
            nextRunTime: fields.time("next_run_time"),
            lastRunTime: fields.time("last_run_time"),
            createdAt: fields.time("created_at"),
            payload: fields.list("payload"),
            configuration: fields.lenient("configuration") ?? JobConfiguration(),
            sink: fields.lenient("sink"),
            authSession: fields.lenient("auth_session", "authSession"),
            proxy: fields.lenient("proxy"),
            projectID: fields.text("projectId", "project_id"))
    }
}

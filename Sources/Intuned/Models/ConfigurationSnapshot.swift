/// The configuration with which a JobRun was started, unchanged since then.
public struct ConfigurationSnapshot: Hashable, Sendable {
    /// Attempts, concurrency and time limits.
    public var configuration: JobConfiguration
    /// Where each result is delivered.
    public var sink: Sink?
    /// The login that the job needs.
    public var authSession: AuthSession?
    /// The proxy that the job uses.
    public var proxy: Proxy?
    /// The receivers of notifications about the run.
    public var notifications: [JobNotification]
    /// Every field, including unknown ones, with every secret hidden.
    public var tree: JSONValue

    /// Creates a snapshot.
    public init(
        configuration: JobConfiguration = JobConfiguration(), sink: Sink? = nil, authSession: AuthSession? = nil,
        proxy: Proxy? = nil, notifications: [JobNotification] = [], tree: JSONValue = .object([])
    ) {
        self.configuration = configuration
        self.sink = sink
        self.authSession = authSession
        self.proxy = proxy
        self.notifications = notifications
        self.tree = tree
    }
}

extension ConfigurationSnapshot: Decodable {
    /// Reads a snapshot; malformed parts are left out, except in the tree, which keeps everything.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(
            configuration: fields.lenient("configuration") ?? JobConfiguration(),
            sink: fields.lenient("sink"),
            authSession: fields.lenient("auth_session", "authSession"),
            proxy: fields.lenient("proxy"),
            notifications: fields.list("notifications") ?? [],
            tree: Redaction.redactedSnapshot(try JSONValue(from: decoder)))
    }
}

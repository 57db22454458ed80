/// The stored login that a job needs.
public struct AuthSession: Hashable, Sendable {
    /// The login's id.
    public var id: String
    /// How often the platform tries to validate the login.
    public var checkAttempts: Int
    /// How often the platform tries to create the login again.
    public var createAttempts: Int
    /// Whether a trace of the login is saved; nil for the platform's default.
    public var saveTrace: Bool?

    /// Creates a login; the defaults are the platform's.
    public init(id: String, checkAttempts: Int = 3, createAttempts: Int = 3, saveTrace: Bool? = nil) {
        self.id = id
        self.checkAttempts = checkAttempts
        self.createAttempts = createAttempts
        self.saveTrace = saveTrace
    }
}

extension AuthSession: Decodable {
    /// Reads a login, which must have an id.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(
            id: try fields.identifier("id"),
            checkAttempts: fields.count("checkAttempts") ?? 3,
            createAttempts: fields.count("createAttempts") ?? 3,
            saveTrace: fields.flag("saveTrace"))
    }
}

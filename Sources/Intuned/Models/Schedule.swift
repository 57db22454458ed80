/// When a job runs automatically.
public struct Schedule: Hashable, Sendable {
    /// The largest random delay of a start: milliseconds, or text such as `10m`.
    public var jitter: JSONValue?
    /// How often it runs: milliseconds, or text such as `1h`.
    public var intervals: [JSONValue]
    /// The times at which the job runs.
    public var calendars: [JSONValue]

    /// Creates a schedule.
    public init(jitter: JSONValue? = nil, intervals: [JSONValue] = [], calendars: [JSONValue] = []) {
        self.jitter = jitter
        self.intervals = intervals
        self.calendars = calendars
    }
}

extension Schedule: Decodable {
    /// Reads a schedule.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        let intervals: [Interval] = fields.list("intervals") ?? []
        self.init(jitter: fields.lenient("jitter"), intervals: intervals.map(\.every), calendars: fields.list("calendars") ?? [])
    }

    private struct Interval: Decodable {
        let every: JSONValue

        init(from decoder: any Decoder) throws {
            every = try decoder.container(keyedBy: FieldName.self).decode(JSONValue.self, forKey: "every")
        }
    }
}

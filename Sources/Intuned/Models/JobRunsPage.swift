/// One page of a job's runs.
public struct JobRunsPage: Hashable, Sendable {
    /// The runs that could be read, in the platform's order.
    public var runs: [JobRun]
    /// The rows that could not.
    public var badRows: [BadRow]
    /// How many runs the job has on all pages; nil when the platform does not say.
    public var totalCount: Int?

    /// Puts a page together.
    public init(runs: [JobRun] = [], badRows: [BadRow] = [], totalCount: Int? = nil) {
        self.runs = runs
        self.badRows = badRows
        self.totalCount = totalCount
    }
}

extension JobRunsPage: Decodable {
    /// Reads a page; rows that cannot be read are named and cost nothing else.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        let rows = try fields.decode(Rows<JobRun>.self, forKey: "jobRuns")
        self.init(runs: rows.values, badRows: rows.badRows, totalCount: fields.count("totalCount"))
    }
}

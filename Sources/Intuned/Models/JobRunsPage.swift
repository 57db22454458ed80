/// One page of a job's runs.
public struct JobRunsPage: Hashable, Sendable {
    /// The readable runs, in the platform's order.
    public var runs: [JobRun]
    /// The rows that could not be read.
    public var badRows: [BadRow]
    /// The number of the job's runs on all pages; nil if the platform does not report it.
    public var totalCount: Int?

    /// Creates a page.
    public init(runs: [JobRun] = [], badRows: [BadRow] = [], totalCount: Int? = nil) {
        self.runs = runs
        self.badRows = badRows
        self.totalCount = totalCount
    }
}

extension JobRunsPage: Decodable {
    /// Reads a page; unreadable rows are reported and affect nothing else.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        let rows = try fields.decode(Rows<JobRun>.self, forKey: "jobRuns")
        self.init(runs: rows.values, badRows: rows.badRows, totalCount: fields.count("totalCount"))
    }
}

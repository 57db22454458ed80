/// All jobs of a project.
public struct JobList: Hashable, Sendable {
    /// The readable jobs, in the platform's order.
    public var jobs: [JobListItem]
    /// The rows that could not be read.
    public var badRows: [BadRow]

    /// Creates a list.
    public init(jobs: [JobListItem] = [], badRows: [BadRow] = []) {
        self.jobs = jobs
        self.badRows = badRows
    }
}

extension JobList: Decodable {
    /// Reads the list; unreadable rows are reported and affect nothing else.
    public init(from decoder: any Decoder) throws {
        let rows = try Rows<JobListItem>(from: decoder)
        self.init(jobs: rows.values, badRows: rows.badRows)
    }
}

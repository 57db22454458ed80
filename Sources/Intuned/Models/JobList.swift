/// All jobs of a project.
public struct JobList: Hashable, Sendable {
    /// The jobs that could be read, in the platform's order.
    public var jobs: [JobListItem]
    /// The rows that could not.
    public var badRows: [BadRow]

    /// Puts a list together.
    public init(jobs: [JobListItem] = [], badRows: [BadRow] = []) {
        self.jobs = jobs
        self.badRows = badRows
    }
}

extension JobList: Decodable {
    /// Reads the list; rows that cannot be read are named and cost nothing else.
    public init(from decoder: any Decoder) throws {
        let rows = try Rows<JobListItem>(from: decoder)
        self.init(jobs: rows.values, badRows: rows.badRows)
    }
}

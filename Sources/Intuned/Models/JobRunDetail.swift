/// A JobRun as the call for one run tells it: with its results, once there are any.
public struct JobRunDetail: Hashable, Sendable {
    /// The run.
    public var jobRun: JobRun
    /// Where its results can be fetched; nil while there are none.
    public var results: RunResults?

    /// Puts a run and its results together.
    public init(jobRun: JobRun, results: RunResults? = nil) {
        self.jobRun = jobRun
        self.results = results
    }
}

extension JobRunDetail: Decodable {
    /// Reads the answer; results without an address count as none.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(jobRun: try fields.decode(JobRun.self, forKey: "jobRun"), results: fields.lenient("results"))
    }
}

/// A JobRun as returned by the call for one run: with its results, once there are any.
public struct JobRunDetail: Hashable, Sendable {
    /// The run.
    public var jobRun: JobRun
    /// Where the results can be fetched; nil while there are none.
    public var results: RunResults?

    /// Combines a run and its results.
    public init(jobRun: JobRun, results: RunResults? = nil) {
        self.jobRun = jobRun
        self.results = results
    }
}

extension JobRunDetail: Decodable {
    /// Reads the answer; results without an address count as absent.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        self.init(jobRun: try fields.decode(JobRun.self, forKey: "jobRun"), results: fields.lenient("results"))
    }
}

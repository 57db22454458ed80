import Intuned

/// The runs of a job, page by page, newest first, each once.
struct RunPages {
    let client: PatientClient
    let job: String
    /// Rows to ask for in one request.
    let size: Int
    /// The number of the job's runs in the latest answer; nil if the platform does not say.
    private(set) var total: Int?
    /// Rows so far that could not be read.
    private(set) var unreadable = 0
    private var number: Int? = 0
    private var seen: Set<String> = []

    init(client: PatientClient, job: String, size: Int) { (self.client, self.job, self.size) = (client, job, size) }

    /// Reads the next page; nil after the last one.
    mutating func next() async throws(CommandFailure) -> Known<[JobRun]>? {
        guard let number else { return nil }
        let page = try await client.ask(Endpoints.jobRuns(job: job, pageSize: size, pageNumber: number))
        total = page.value.totalCount ?? total
        unreadable += page.value.badRows.count
        self.number = page.value.isFollowed(number: number, size: size) ? number + 1 : nil
        // A page border moves while runs are added.
        var runs: [JobRun] = []
        for run in page.value.runs where seen.insert(run.id).inserted { runs.append(run) }
        return Known(value: runs, time: page.time)
    }
}

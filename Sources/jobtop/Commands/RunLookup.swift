import Insight
import Intuned

/// Finds the run that a command line names.
struct RunLookup: Sendable {
    /// Runs that are read in one request, and requests at most: what the platform allows within a minute.
    private static let (pageSize, mostPages) = (100, 20)

    let client: PatientClient
    let job: String

    /// A run as the list of runs has it, and when it was known.
    ///
    /// The beginning of an id must be unique among the newest 2,000 runs.
    func find(_ reference: RunReference) async throws(CommandFailure) -> Known<JobRun> {
        switch reference {
        case .latest: return try await first("a run", size: 20) { _ in true }
        case .lastGood: return try await first("a run that ended as a success", size: Self.pageSize) { $0.endedWell }
        case .next:
            try reference.checkExists()
            throw .notFound("The next run of \(job) has not started.")
        case .id(let text) where text.isWholeID: return try await detail(text)
        case .id(let text): return try await named(text)
        }
    }

    /// A run of its own answer, by its id.
    private func detail(_ id: String) async throws(CommandFailure) -> Known<JobRun> {
        let answer = try await client.ask(Endpoints.jobRun(job: job, run: id))
        return Known(value: answer.value.jobRun, time: answer.time)
    }

    private func first(
        _ what: String, size: Int, _ isWanted: (JobRun) -> Bool
    ) async throws(CommandFailure) -> Known<JobRun> {
        var number = 0
        while number < Self.mostPages {
            let page = try await client.ask(Endpoints.jobRuns(job: job, pageSize: size, pageNumber: number))
            if let run = page.value.runs.first(where: isWanted) { return Known(value: run, time: page.time) }
            guard page.value.isFollowed(number: number, size: size) else { break }
            number += 1
        }
        throw .notFound("The job \(job) does not have \(what).")
    }

    private func named(_ text: String) async throws(CommandFailure) -> Known<JobRun> {
        var found: [Known<JobRun>] = []
        var number = 0
        while number < Self.mostPages {
            let page = try await client.ask(Endpoints.jobRuns(job: job, pageSize: Self.pageSize, pageNumber: number))
            for run in page.value.runs where run.id.hasPrefix(text) && !found.contains(where: { $0.value.id == run.id }) {
                if run.id == text { return Known(value: run, time: page.time) }
                found.append(Known(value: run, time: page.time))
            }
            guard page.value.isFollowed(number: number, size: Self.pageSize) else { break }
            number += 1
        }
        // An id may have any form, and an old run may be in no page that was read.
        guard let only = found.first else { return try await detail(text) }
        guard found.count == 1 else {
            let ids = found.prefix(5).map(\.value.id).joined(separator: ", ") + (found.count > 5 ? ", …" : "")
            throw .usage("\(text) is the beginning of \(found.count) runs of \(job): \(ids). Give more of the id.")
        }
        return only
    }
}

extension JobRunsPage {
    /// Whether the next page may have rows: the platform may send fewer than were asked for.
    func isFollowed(number: Int, size: Int) -> Bool {
        let rows = runs.count + badRows.count
        guard rows > 0 else { return false }
        guard let totalCount else { return rows >= size }
        return (number + 1) * rows < totalCount
    }
}

extension String {
    /// Whether it has the form of a whole id of a run: a UUID.
    fileprivate var isWholeID: Bool {
        utf8.count == 36 && split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count) == [8, 4, 4, 4, 12]
    }
}

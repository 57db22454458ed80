import FoundationEssentials
import Intuned

/// The rows of a job's past; computed when the list changes, not for each message.
struct ShownHistory: Hashable, Sendable {
    /// What the rows stand on.
    private struct Stamp: Hashable {
        var version: Int
        var isByDay: Bool
    }

    /// The rows, newest first.
    private(set) var rows: [HistoryRow] = []
    /// The ids of the rows.
    private(set) var ids: [String] = []
    /// Seconds of the longest row that has ended, which all bars are drawn against.
    private(set) var longest = 0.0
    private var stamp: Stamp?

    /// Computes the rows again if the list has changed, or what a row stands for.
    mutating func follow(_ listing: RunsListing?, most: Int, isByDay: Bool, _ offsets: UTCOffsets) {
        let new = listing.map { Stamp(version: $0.version, isByDay: isByDay) }
        guard new != stamp else { return }
        stamp = new
        let runs = (listing?.runs ?? []).prefix(most)
        rows = isByDay ? HistoryRow.days(runs, offsets) : runs.map { HistoryRow(id: $0.id, [$0]) }
        ids = rows.map(\.id)
        longest = rows.compactMap(\.seconds).max() ?? 0
    }
}

/// A run, or the runs of a day, of a job's past.
struct HistoryRow: Hashable {
    /// The run's id, or the day.
    var id: String
    /// The runs, newest first.
    var runs: [JobRun]
    /// Seconds that a run took, the middle one of a day; nil while none has ended.
    var seconds: Double?
    /// The part of the items that failed, 0 to 1; nil while none has ended.
    var failureShare: Double?

    /// Measures the runs of a row.
    init(id: String, _ runs: [JobRun]) {
        (self.id, self.runs) = (id, runs)
        // The time up to which a run is known matters only while it is active.
        let seconds = runs.filter { !$0.isActive }.compactMap { RunDuration(of: $0, known: .distantPast)?.seconds }.sorted()
        self.seconds = seconds.isEmpty ? nil : seconds[seconds.count / 2]
        let (ok, failed) = runs.reduce((0.0, 0.0)) { ($0.0 + Double($1.successfulRuns ?? 0), $0.1 + Double($1.failedRuns ?? 0)) }
        failureShare = ok + failed > 0 ? failed / (ok + failed) : nil
    }

    /// Creates a row for each day on which a run started, in the local zone, newest first.
    static func days(_ runs: some Sequence<JobRun>, _ offsets: UTCOffsets) -> [HistoryRow] {
        var days: [(day: String, runs: [JobRun])] = []
        for run in runs {
            guard let date = run.startTime?.date else { continue }
            let day = String(Wording.dateAndTime(date, offsets).prefix { $0 != " " })
            if days.last?.day == day { days[days.count - 1].runs.append(run) } else { days.append((day, [run])) }
        }
        return days.map { HistoryRow(id: $0.day, $0.runs) }
    }
}

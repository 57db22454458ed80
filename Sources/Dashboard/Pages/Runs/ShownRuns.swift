import FoundationEssentials
import Intuned
import Query

/// The rows of a list of runs; computed when the list or the view changes, not for each key.
struct ShownRuns: Hashable, Sendable {
    /// One row.
    enum Row: Hashable, Sendable {
        case run(JobRun)
        /// Runs that are not loaded, by their places in the list.
        case gap(Range<Int>)

        var run: JobRun? {
            if case .run(let run) = self { run } else { nil }
        }
    }

    /// The rows, in their order.
    private(set) var rows: [Row] = []
    /// The ids of the rows.
    private(set) var ids: [String] = []
    /// Whether each row is an active run.
    private var areActive: [Bool] = []
    /// The rows from which on places are known, each with the place of its run; without gaps, the first is all there is.
    private var anchors: [(row: Int, place: Int)] { gaps.map { ($0.row + 1, $0.places.upperBound) } }
    /// The rows that stand for gaps.
    private(set) var gaps: [Gap] = []
    /// What any of the loaded runs has, whatever the filter.
    private(set) var filled = FilledRunColumns()
    private var version: Int?
    private var view: ListView?

    /// A row that stands for runs that are not loaded.
    struct Gap: Hashable, Sendable {
        var row: Int
        var places: Range<Int>
    }

    /// The ids of the active runs in some of the rows.
    ///
    /// It is asked several times for each message, so it does not copy runs.
    func activeRuns(in rows: Range<Int>) -> [String] {
        rows.clamped(to: ids.indices).filter { areActive[$0] }.map { ids[$0] }
    }

    /// The runs of the rows.
    var runs: [JobRun] { rows.compactMap(\.run) }

    /// Computes the rows again if the list, the filter or the order has changed.
    mutating func follow(_ listing: RunsListing?, _ filter: Filter, in state: State) {
        let query = filter.query(RunFields.names)
        let view = ListView(filter, state.order(of: .runs), dependsOnTime: query.dependsOnTime, in: state)
        guard version != listing?.version || view != self.view || (listing == nil) != (version == nil) else { return }
        (version, self.view) = (listing?.version, view)
        gaps = []
        let runs = listing?.runs ?? []
        let far = listing?.far.pieces ?? []
        filled = FilledRunColumns(runs + far.flatMap(\.runs))
        if query.isEmpty, view.order.isStandard {
            rows = runs.map { .run($0) }
            if !far.isEmpty { append(far, after: runs.count, total: listing?.totalCount ?? 0) }
        } else {
            let listed = RunFields.rows(runs + far.flatMap(\.runs), known: state.serverNow, needsUsual: query.comparesWithUsual)
            let matcher = QueryMatcher(query, RunFields.all, in: state.surroundings) { $0.run.searchable }
            rows = view.order.sorted(query.isEmpty ? listed : listed.filter(matcher.matches), RunFields.all).map { .run($0.run) }
        }
        ids = rows.map { row in
            switch row {
            case .run(let run): run.id
            case .gap(let places): Self.gapID + "\(places.lowerBound)"
            }
        }
        areActive = rows.map { $0.run?.isActive ?? false }
    }

    private mutating func append(_ pieces: [FarRuns.Piece], after count: Int, total: Int) {
        var place = count
        for piece in pieces {
            appendGap(place..<max(place, piece.place))
            rows += piece.runs.map { .run($0) }
            place = max(place, piece.end)
        }
        appendGap(place..<max(place, total))
    }

    private mutating func appendGap(_ places: Range<Int>) {
        guard !places.isEmpty else { return }
        gaps.append(Gap(row: rows.count, places: places))
        rows.append(.gap(places))
    }

    /// The prefix of the id of a gap; runs have UUIDs.
    private static let gapID = "gap "

    /// Whether an id is that of a gap.
    static func isGap(_ id: String) -> Bool { id.hasPrefix(gapID) }

    /// The row to which a move from another one leads: it ends before a gap, which fills while it is on the screen.
    func reachable(_ row: Int, from start: Int) -> Int {
        if row > start { return gaps.first { $0.row > start && $0.row <= row }.map { $0.row - 1 } ?? row }
        return gaps.last { $0.row < start && $0.row >= row }.map { $0.row + 1 } ?? row
    }

    /// The place in the whole list of the run in a row; for a gap, its first.
    func place(ofRow row: Int) -> Int {
        if let gap = gaps.first(where: { $0.row == row }) { return gap.places.lowerBound }
        guard let anchor = anchors.last(where: { $0.row <= row }) else { return row }
        return anchor.place + row - anchor.row
    }

    /// The row of the run at a place; nil while it is not loaded.
    func row(ofPlace place: Int) -> Int? {
        guard !gaps.contains(where: { $0.places.contains(place) }) else { return nil }
        let anchor = anchors.last { $0.place <= place } ?? (0, 0)
        let row = anchor.row + place - anchor.place
        return rows.indices.contains(row) ? row : nil
    }
}

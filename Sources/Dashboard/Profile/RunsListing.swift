package import Intuned

/// The loaded runs of one job, newest first, each once.
package struct RunsListing: Hashable, Sendable {
    /// Rows per request when only new runs matter.
    package static let headSize = 20
    /// Rows per request when reading further down.
    package static let pageSize = 100
    /// The most rows kept; the list says that it ends there.
    package static let mostRows = 20_000
    /// Rows kept of an open list regardless of the screen; later rows are requested again when the user goes there.
    package static let rowsAtHand = 2000
    /// Rows kept after those on the screen of an open list.
    private static let rowsBehind = 200

    /// The runs, newest first.
    package private(set) var runs: [JobRun] = [] { didSet { version += 1 } }
    /// Counts the changes of `runs`, so that derived data is computed once per change.
    private(set) var version = 0
    /// The part of the ids that distinguishes the runs; it grows with the loaded ids and shrinks only with a new list.
    package private(set) var shortIDs = ShortIDs()
    /// The rows of the last answers that could not be read.
    package private(set) var badRows: [BadRow] = []
    /// The number of the job's runs in its last answer; nil until the platform reports it.
    package private(set) var totalCount: Int? { didSet { far.shift(by: (totalCount ?? 0) - (oldValue ?? totalCount ?? 0)) } }
    /// The runs that are loaded further down, around the places that were looked at.
    package private(set) var far = FarRuns() { didSet { if far != oldValue { version += 1 } } }
    /// The rows of a full page of the platform: those that are asked for, or fewer where it sends fewer.
    private(set) var rowsPerPage = RunsListing.pageSize
    /// The next page to load when reading further down; nil when all are loaded.
    package private(set) var nextPage: Int? = 0

    /// When each row's latest answer arrived.
    private var brought: [String: Moment] = [:]
    /// The index of each run in `runs`.
    private var places: [String: Int] = [:]

    /// Creates a list without any runs loaded.
    package init() {}

    /// When the latest answer for a run arrived.
    func known(_ id: String) -> Moment? { brought[id] }

    /// Adds the newest rows; if they do not overlap the known rows, there is an unknown gap, so the known rows are dropped.
    mutating func mergeHead(_ page: JobRunsPage, at now: Moment) {
        let overlaps = page.runs.contains { places[$0.id] != nil }
        if !page.runs.isEmpty && !overlaps || page.runs.isEmpty && page.badRows.isEmpty {
            replace(with: [])
            far = FarRuns()
        }
        if runs.isEmpty {
            nextPage = 0
            shortIDs = ShortIDs()
        }
        let (total, newest) = (totalCount, runs.prefix(page.runs.count).map(\.id))
        badRows = page.badRows
        totalCount = page.totalCount
        update(with: page.runs, at: now)
        dropGone(page)
        splice(page.runs)
        // Reading that had reached the end continues when the list has changed.
        if nextPage == nil, total != totalCount || newest != runs.prefix(page.runs.count).map(\.id) {
            nextPage = runs.count / Self.pageSize
        }
        trim()
    }

    /// Adds a page from further down; a page that no longer adjoins the known rows is dropped.
    mutating func merge(_ page: JobRunsPage, number: Int, at now: Moment) {
        totalCount = page.totalCount
        update(with: page.runs, at: now)
        let count = runs.count
        if number == nextPage || page.runs.contains(where: { places[$0.id] != nil }) { splice(page.runs) }
        if number == nextPage {
            nextPage = runs.count > count || page.mayBeFollowed(number: number, by: count) ? number + 1 : nil
        }
        trim()
    }

    /// Adds a page around a place that was looked at.
    mutating func mergeFar(_ page: JobRunsPage, number: Int, at now: Moment) {
        totalCount = page.totalCount
        update(with: page.runs, at: now)
        let rows = page.runs.count + page.badRows.count
        // Only a page that is not the last one tells how long pages are.
        if rows > 0, rows < rowsPerPage, (number + 1) * rowsPerPage <= totalCount ?? 0 { rowsPerPage = rows }
        if runs.isEmpty { return }
        for row in page.runs where run(row.id) == nil { shortIDs.add(row.id) }
        let new = page.runs.uniqued().filter { places[$0.id] == nil }
        let known = page.runs.count - new.count
        far.add(new, at: number * rowsPerPage + known)
        reachFar()
    }

    /// Updates a run from its own answer.
    mutating func update(_ run: JobRun, at now: Moment) {
        update(with: [run], at: now)
    }

    /// Removes a run that the platform no longer has.
    mutating func remove(_ id: String) {
        guard let index = places[id] else { return far.remove(id) }
        var left = runs
        left.remove(at: index)
        replace(with: left)
        brought[id] = nil
        totalCount = totalCount.map { max(0, $0 - 1) }
    }

    /// Rows to keep of an open list whose last visible row has this number.
    static func rowsInReach(of last: Int) -> Int { max(rowsAtHand, last + rowsBehind) }

    /// Drops the rows after this number: new rows keep arriving at the top.
    mutating func keep(first count: Int) {
        guard runs.count > count else { return }
        replace(with: Array(runs.prefix(count)))
        nextPage = count / Self.pageSize
    }

    /// The run with this id, if it is loaded.
    package func run(_ id: String) -> JobRun? { places[id].map { runs[$0] } ?? far.run(id) }

    /// The number of the page that has the run at a place.
    func page(ofPlace place: Int) -> Int { place / max(1, rowsPerPage) }

    /// Joins what lies further down once the rows from the top have reached it.
    private mutating func reachFar() {
        while !far.isEmpty {
            let known = places
            guard let reached = far.takeFirst(reachedBy: runs.count, isKnown: { known[$0] != nil }) else { return }
            replace(with: runs + reached)
            nextPage = runs.count >= totalCount ?? .max ? nil : page(ofPlace: runs.count)
        }
    }

    private mutating func update(with rows: [JobRun], at now: Moment) {
        for row in rows.uniqued() {
            brought[row.id] = now
            if let place = places[row.id], runs[place] != row { runs[place] = row }
        }
        far.update(rows)
    }

    /// Replaces all rows.
    private mutating func replace(with rows: [JobRun]) {
        for row in rows where places[row.id] == nil { shortIDs.add(row.id) }
        runs = rows
        places = Dictionary(rows.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    /// Drops the known rows that the head should list but does not: it has every row above its last one, except unreadable rows.
    private mutating func dropGone(_ head: JobRunsPage) {
        let places = head.places
        guard let last = places.keys.compactMap({ self.places[$0] }).max() else { return }
        let named = Set(head.badRows.compactMap(\.id))
        let nameless = head.badRows.filter { $0.id == nil }.map(\.index)
        var kept: [JobRun] = []
        var gap: [JobRun] = []
        var before = -1
        for run in runs[...last] {
            guard let place = places[run.id] else {
                gap.append(run)
                continue
            }
            let hidesOne = nameless.contains { before < $0 && $0 < place }
            kept += gap.filter { hidesOne || named.contains($0.id) } + [run]
            (gap, before) = ([], place)
        }
        if kept.count <= last { replace(with: kept + runs[(last + 1)...]) }
    }

    /// Inserts new rows at their places among the known ones: runs can start between two answers.
    private mutating func splice(_ rows: [JobRun]) {
        var above: [JobRun] = []
        var below: [String: [JobRun]] = [:]
        var (first, anchor) = (String?.none, String?.none)
        for row in rows.uniqued() {
            if places[row.id] != nil {
                first = first ?? row.id
                anchor = row.id
            } else if let anchor {
                below[anchor, default: []].append(row)
            } else {
                above.append(row)
            }
        }
        guard let first else {
            if !above.isEmpty { replace(with: runs + above) }
            return
        }
        guard !above.isEmpty || !below.isEmpty else { return }
        replace(with: runs.flatMap { ($0.id == first ? above : []) + [$0] + (below[$0.id] ?? []) })
    }

    private mutating func trim() {
        reachFar()
        let most = min(totalCount ?? .max, Self.mostRows)
        if runs.count > most { replace(with: Array(runs.prefix(most))) }
        if brought.count > 2 * runs.count + FarRuns.most + Self.pageSize { brought = brought.filter { run($0.key) != nil } }
        if runs.count >= totalCount ?? .max || runs.count >= Self.mostRows { nextPage = nil }
    }
}

extension JobRunsPage {
    /// Whether more rows may follow this page even though it added none.
    ///
    /// Its rows may be unreadable, or, where the platform has smaller pages, end before the end of the known rows.
    fileprivate func mayBeFollowed(number: Int, by known: Int) -> Bool {
        let rows = runs.count + badRows.count
        return rows > 0 && ((number + 1) * rows <= known || !badRows.isEmpty && rows >= RunsListing.pageSize)
    }

    /// The index of each run among all rows of the page, including unreadable ones.
    fileprivate var places: [String: Int] {
        let bad = Set(badRows.map(\.index))
        let free = (0..<runs.count + bad.count).lazy.filter { !bad.contains($0) }
        return Dictionary(zip(runs.map(\.id), free)) { first, _ in first }
    }
}

extension [JobRun] {
    /// The rows without repeated ids: a page border moves while runs are added.
    fileprivate func uniqued() -> [JobRun] {
        var seen: Set<String> = []
        return filter { seen.insert($0.id).inserted }
    }
}

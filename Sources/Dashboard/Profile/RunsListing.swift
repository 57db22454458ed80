package import Intuned

/// The runs of one job as far as they are loaded, newest first, each once.
package struct RunsListing: Hashable, Sendable {
    /// Rows asked for when only what is new matters.
    package static let headSize = 20
    /// Rows asked for a page when reading further down.
    package static let pageSize = 100
    /// Rows kept at the most; further down the list says that it ends here.
    package static let mostRows = 20_000
    /// Rows kept of a list that is open, whatever is on the screen; further ones are asked for again when somebody goes there.
    package static let rowsAtHand = 2000
    /// Rows kept behind those on the screen of an open list.
    private static let rowsBehind = 200

    /// The runs, newest first.
    package private(set) var runs: [JobRun] = [] { didSet { version += 1 } }
    /// Counts the changes of `runs`, so that what is made of them is made once for each.
    private(set) var version = 0
    /// How much of their ids tells the runs apart; it grows with the ids that were loaded and shrinks only with a new list.
    package private(set) var shortIDs = ShortIDs()
    /// The rows of the last answers that could not be read.
    package private(set) var badRows: [BadRow] = []
    /// How many runs the job has, by its last answer; nil until the platform said so.
    package private(set) var totalCount: Int?
    /// The page to load next when reading further down; nil when all is loaded.
    package private(set) var nextPage: Int? = 0

    /// When the answer came that brought each row.
    private var brought: [String: Moment] = [:]
    /// Where each run stands in `runs`.
    private var places: [String: Int] = [:]

    /// Creates a list of which nothing is loaded.
    package init() {}

    /// When the answer came that brought what is known of a run.
    func known(_ id: String) -> Moment? { brought[id] }

    /// Takes the newest rows in; when they do not reach what is known, what lies between is unknown and the rest is dropped.
    mutating func mergeHead(_ page: JobRunsPage, at now: Moment) {
        let overlaps = page.runs.contains { places[$0.id] != nil }
        if !page.runs.isEmpty && !overlaps || page.runs.isEmpty && page.badRows.isEmpty { replace(with: []) }
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
        // A search that found nothing further down goes on when the list is another one.
        if nextPage == nil, total != totalCount || newest != runs.prefix(page.runs.count).map(\.id) {
            nextPage = runs.count / Self.pageSize
        }
        trim()
    }

    /// Takes in a page from further down; one that was asked for when more was known than now has no place any more.
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

    /// Takes in what a request for this one run brought.
    mutating func update(_ run: JobRun, at now: Moment) {
        update(with: [run], at: now)
    }

    /// Takes a run out that the platform no longer has.
    mutating func remove(_ id: String) {
        guard let index = places[id] else { return }
        var left = runs
        left.remove(at: index)
        replace(with: left)
        brought[id] = nil
        totalCount = totalCount.map { max(0, $0 - 1) }
    }

    /// Rows that are kept of an open list of which so many rows are on the screen or above it.
    static func rowsInReach(of last: Int) -> Int { max(rowsAtHand, last + rowsBehind) }

    /// Forgets what lies further down than so many rows: new ones come in above all the time.
    mutating func keep(first count: Int) {
        guard runs.count > count else { return }
        replace(with: Array(runs.prefix(count)))
        nextPage = count / Self.pageSize
    }

    /// The run with this id, if it is loaded.
    package func run(_ id: String) -> JobRun? { places[id].map { runs[$0] } }

    private mutating func update(with rows: [JobRun], at now: Moment) {
        for row in rows.uniqued() {
            brought[row.id] = now
            if let place = places[row.id], runs[place] != row { runs[place] = row }
        }
    }

    /// Puts other rows in the place of all.
    private mutating func replace(with rows: [JobRun]) {
        for row in rows where places[row.id] == nil { shortIDs.add(row.id) }
        runs = rows
        places = Dictionary(rows.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    /// Drops the rows above the last known one of the head that are not in it: it has all, but for those that cannot be read.
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

    /// Puts rows that are not known yet where they stand among those that are: runs begin between two answers.
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
        let most = min(totalCount ?? .max, Self.mostRows)
        if runs.count > most { replace(with: Array(runs.prefix(most))) }
        if brought.count > 2 * runs.count + Self.pageSize { brought = brought.filter { places[$0.key] != nil } }
        if runs.count >= totalCount ?? .max || runs.count >= Self.mostRows { nextPage = nil }
    }
}

extension JobRunsPage {
    /// Whether rows that are not known yet may come behind this page although it brought none.
    ///
    /// It may be of rows that could not be read, or, where the platform has smaller pages, end no further down than what is known.
    fileprivate func mayBeFollowed(number: Int, by known: Int) -> Bool {
        let rows = runs.count + badRows.count
        return rows > 0 && ((number + 1) * rows <= known || !badRows.isEmpty && rows >= RunsListing.pageSize)
    }

    /// Where each run stands among all rows of the page, also those that could not be read.
    fileprivate var places: [String: Int] {
        let bad = Set(badRows.map(\.index))
        let free = (0..<runs.count + bad.count).lazy.filter { !bad.contains($0) }
        return Dictionary(zip(runs.map(\.id), free)) { first, _ in first }
    }
}

extension [JobRun] {
    /// The rows without those whose id came before: a page border moves while runs are added.
    fileprivate func uniqued() -> [JobRun] {
        var seen: Set<String> = []
        return filter { seen.insert($0.id).inserted }
    }
}

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
    package private(set) var runs: [JobRun] = []
    /// The rows of the last answers that could not be read.
    package private(set) var badRows: [BadRow] = []
    /// How many runs the job has, by its last answer; nil until the platform said so.
    package private(set) var totalCount: Int?
    /// The page to load next when reading further down; nil when all is loaded.
    package private(set) var nextPage: Int? = 0

    /// When the answer came that brought each row.
    private var brought: [String: Moment] = [:]

    /// Creates a list of which nothing is loaded.
    package init() {}

    /// When the answer came that brought what is known of a run.
    func known(_ id: String) -> Moment? { brought[id] }

    /// Takes the newest rows in; when they do not reach what is known, what lies between is unknown and the rest is dropped.
    mutating func mergeHead(_ page: JobRunsPage, at now: Moment) {
        let known = Set(runs.map(\.id))
        let overlaps = page.runs.contains { known.contains($0.id) }
        if !runs.isEmpty && !page.runs.isEmpty && !overlaps { runs = [] }
        if page.runs.isEmpty && page.badRows.isEmpty { runs = [] }
        if runs.isEmpty { nextPage = 0 }
        badRows = page.badRows
        totalCount = page.totalCount
        update(with: page.runs, at: now)
        dropGone(page)
        splice(page.runs)
        trim()
    }

    /// Takes in a page from further down; one that was asked for when more was known than now has no place any more.
    mutating func merge(_ page: JobRunsPage, number: Int, at now: Moment) {
        totalCount = page.totalCount
        update(with: page.runs, at: now)
        let known = Set(runs.map(\.id))
        if number == nextPage || page.runs.contains(where: { known.contains($0.id) }) { splice(page.runs) }
        if number == nextPage { nextPage = page.runs.isEmpty && page.badRows.isEmpty ? nil : number + 1 }
        trim()
    }

    /// Takes in what a request for this one run brought.
    mutating func update(_ run: JobRun, at now: Moment) {
        update(with: [run], at: now)
    }

    /// Takes a run out that the platform no longer has.
    mutating func remove(_ id: String) {
        guard let index = runs.firstIndex(where: { $0.id == id }) else { return }
        runs.remove(at: index)
        brought[id] = nil
        totalCount = totalCount.map { max(0, $0 - 1) }
    }

    /// Rows that are kept of an open list of which so many rows are on the screen or above it.
    static func rowsInReach(of last: Int) -> Int { max(rowsAtHand, last + rowsBehind) }

    /// Forgets what lies further down than so many rows: new ones come in above all the time.
    mutating func keep(first count: Int) {
        guard runs.count > count else { return }
        runs = Array(runs.prefix(count))
        nextPage = count / Self.pageSize
    }

    /// The run with this id, if it is loaded.
    package func run(_ id: String) -> JobRun? { runs.first { $0.id == id } }

    private mutating func update(with rows: [JobRun], at now: Moment) {
        for row in rows { brought[row.id] = now }
        let newer = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
        for index in runs.indices {
            guard let row = newer[runs[index].id] else { continue }
            runs[index] = row
        }
    }

    /// Drops the rows above the last known one of the head that are not in it: it has all, but for those that cannot be read.
    private mutating func dropGone(_ head: JobRunsPage) {
        let places = head.places
        guard let last = runs.lastIndex(where: { places[$0.id] != nil }) else { return }
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
        runs.replaceSubrange(...last, with: kept)
    }

    /// Puts rows that are not known yet where they stand among those that are: runs begin between two answers.
    private mutating func splice(_ rows: [JobRun]) {
        let known = Set(runs.map(\.id))
        var above: [JobRun] = []
        var below: [String: [JobRun]] = [:]
        var (first, anchor) = (String?.none, String?.none)
        for row in rows.uniqued() {
            if known.contains(row.id) {
                first = first ?? row.id
                anchor = row.id
            } else if let anchor {
                below[anchor, default: []].append(row)
            } else {
                above.append(row)
            }
        }
        guard let first else {
            runs += above
            return
        }
        guard !above.isEmpty || !below.isEmpty else { return }
        runs = runs.flatMap { ($0.id == first ? above : []) + [$0] + (below[$0.id] ?? []) }
    }

    private mutating func trim() {
        if let totalCount, runs.count > totalCount { runs.removeLast(runs.count - totalCount) }
        if runs.count > Self.mostRows { runs.removeLast(runs.count - Self.mostRows) }
        if brought.count > 2 * runs.count + Self.pageSize {
            let kept = Set(runs.map(\.id))
            brought = brought.filter { kept.contains($0.key) }
        }
        if runs.count >= totalCount ?? .max || runs.count >= Self.mostRows { nextPage = nil }
    }
}

extension JobRunsPage {
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

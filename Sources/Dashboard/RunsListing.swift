package import Intuned

/// The runs of one job as far as they are loaded, newest first, each once.
package struct RunsListing: Hashable, Sendable {
    /// Rows asked for when only what is new matters.
    package static let headSize = 20
    /// Rows asked for a page when reading further down.
    package static let pageSize = 100
    /// Rows kept at the most; further down the list says that it ends here.
    package static let mostRows = 20_000

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
        let fresh = page.runs.filter { !known.contains($0.id) || runs.isEmpty }
        runs.insert(contentsOf: fresh.uniqued(), at: 0)
        trim()
    }

    /// Takes in a page from further down.
    mutating func merge(_ page: JobRunsPage, number: Int, at now: Moment) {
        let known = Set(runs.map(\.id))
        update(with: page.runs, at: now)
        runs.append(contentsOf: page.runs.filter { !known.contains($0.id) }.uniqued())
        totalCount = page.totalCount
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

extension [JobRun] {
    /// The rows without those whose id came before: a page border moves while runs are added.
    fileprivate func uniqued() -> [JobRun] {
        var seen: Set<String> = []
        return filter { seen.insert($0.id).inserted }
    }
}

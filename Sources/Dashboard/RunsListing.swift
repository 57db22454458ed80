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

    /// Creates a list of which nothing is loaded.
    package init() {}

    /// Takes the newest rows in; when they do not reach what is known, what lies between is unknown and the rest is dropped.
    mutating func mergeHead(_ page: JobRunsPage) {
        let known = Set(runs.map(\.id))
        let overlaps = page.runs.contains { known.contains($0.id) }
        if !runs.isEmpty && !page.runs.isEmpty && !overlaps { runs = [] }
        if page.runs.isEmpty && page.badRows.isEmpty { runs = [] }
        if runs.isEmpty { nextPage = 0 }
        badRows = page.badRows
        totalCount = page.totalCount
        update(with: page.runs)
        let fresh = page.runs.filter { !known.contains($0.id) || runs.isEmpty }
        runs.insert(contentsOf: fresh.uniqued(), at: 0)
        trim()
    }

    /// Takes in a page from further down.
    mutating func merge(_ page: JobRunsPage, number: Int) {
        let known = Set(runs.map(\.id))
        update(with: page.runs)
        runs.append(contentsOf: page.runs.filter { !known.contains($0.id) }.uniqued())
        totalCount = page.totalCount
        if number == nextPage { nextPage = page.runs.isEmpty && page.badRows.isEmpty ? nil : number + 1 }
        trim()
    }

    /// Takes in what a request for this one run brought.
    mutating func update(_ run: JobRun) {
        update(with: [run])
    }

    /// The run with this id, if it is loaded.
    package func run(_ id: String) -> JobRun? { runs.first { $0.id == id } }

    private mutating func update(with rows: [JobRun]) {
        let newer = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
        for index in runs.indices {
            guard let row = newer[runs[index].id] else { continue }
            runs[index] = row
        }
    }

    private mutating func trim() {
        if let totalCount, runs.count > totalCount { runs.removeLast(runs.count - totalCount) }
        if runs.count > Self.mostRows { runs.removeLast(runs.count - Self.mostRows) }
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

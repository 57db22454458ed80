package import ResultsFile

/// Why items of a run failed, by cause; the most frequent cause first.
package struct Causes: Hashable, Sendable {
    /// The most causes that are kept of one run.
    private static let limit = 64

    /// The causes, up to a limit.
    package private(set) var groups: [FailureGroup]
    /// The number of causes in all.
    package private(set) var count: Int
    /// The number of failed items.
    package private(set) var failed: Int

    /// Reads the causes from the state of a results file.
    package init(_ snapshot: ResultsSnapshot) {
        groups = Array(snapshot.groups.sorted { ($1.count, $0.id) < ($0.count, $1.id) }.prefix(Self.limit))
        count = snapshot.groups.count
        failed = snapshot.totals.failed
    }

    /// The signatures of all causes; nil if some were not kept.
    var signatures: Set<FailureSignature>? { groups.count == count ? Set(groups.map(\.signature)) : nil }
}

/// The causes of the runs whose results were read in this session, up to a number of runs.
struct CausesMemory: Equatable {
    /// The most runs that are remembered; each takes up to about 30 kB.
    static let limit = 32

    private var causes: [RunKey: Causes] = [:]
    /// The runs, the one read last at the end.
    private var order: [RunKey] = []

    /// The causes of a run; nil if its results were not read, or long ago.
    subscript(_ key: RunKey) -> Causes? { causes[key] }

    /// Remembers the causes of a run, and forgets those of the run that was read first when there are too many.
    mutating func keep(_ new: Causes, of key: RunKey) {
        order.removeAll { $0 == key }
        order.append(key)
        causes[key] = new
        if order.count > Self.limit { causes[order.removeFirst()] = nil }
    }
}

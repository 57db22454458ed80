/// How far a results file is read.
package enum ResultsPhase: Hashable, Sendable {
    /// More bytes must arrive first: none are there, or a packed file is incomplete.
    case waiting
    /// The index is being built.
    case indexing
    /// All is read.
    case complete
    /// It was stopped; what was read remains.
    case canceled
    /// It cannot go on; what was read remains.
    case failed(ResultsError)

    /// Whether nothing more will come.
    package var isFinal: Bool {
        switch self {
        case .waiting, .indexing: false
        case .complete, .canceled, .failed: true
        }
    }
}

/// All that is known of a results file at one moment.
package struct ResultsSnapshot: Hashable, Sendable {
    /// How far it is.
    package var phase = ResultsPhase.waiting
    /// What the file is; nil before anything was seen.
    package var shape: ResultsShape?
    /// How it is packed.
    package var packing = ResultsPacking.none
    /// Bytes of the file on disk that were read.
    package var bytesRead: Int64 = 0
    /// Bytes of the file on disk that there are so far.
    package var bytesThere: Int64 = 0
    /// Rows so far and what they are.
    package var totals = ResultsTotals()
    /// The APIs that occur, in the order of their first item.
    package var apis: [APITally] = []
    /// The failure groups, in the order of their first item.
    package var groups: [FailureGroup] = []

    /// Knows nothing.
    package init() {}

    /// The signatures of the file's failures, to compare with another file's.
    package var signatures: Set<FailureSignature> { Set(groups.map(\.signature)) }
}

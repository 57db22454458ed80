/// The progress of reading a results file.
package enum ResultsPhase: Hashable, Sendable {
    /// More bytes must arrive first: there are none, or a compressed file is incomplete.
    case waiting
    /// The index is being built.
    case indexing
    /// The whole file is read.
    case complete
    /// Reading was canceled; the rows read so far remain.
    case canceled
    /// Reading failed; the rows read so far remain.
    case failed(ResultsError)

    /// Whether no further rows will follow.
    package var isFinal: Bool {
        switch self {
        case .waiting, .indexing: false
        case .complete, .canceled, .failed: true
        }
    }
}

/// The state of a results file at one moment.
package struct ResultsSnapshot: Hashable, Sendable {
    /// The progress of reading.
    package var phase = ResultsPhase.waiting
    /// The content of the file; nil before it is detected.
    package var shape: ResultsShape?
    /// How the file is compressed.
    package var packing = ResultsPacking.none
    /// Bytes read so far of the file on disk.
    package var bytesRead: Int64 = 0
    /// Bytes that exist so far of the file on disk.
    package var bytesThere: Int64 = 0
    /// The totals of the rows so far.
    package var totals = ResultsTotals()
    /// The APIs in the file, in the order of their first item.
    package var apis: [APITally] = []
    /// The failure groups, in the order of their first item.
    package var groups: [FailureGroup] = []

    /// Creates an empty snapshot.
    package init() {}

    /// The signatures of the file's failures, for comparison with another file.
    package var signatures: Set<FailureSignature> { Set(groups.map(\.signature)) }
}

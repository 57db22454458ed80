/// The kinds of calls for which faults can be set.
package enum Call: String, CaseIterable, Sendable {
    case jobs
    case job
    case runs
    case run
    case trigger
    case terminate
    case pause
    case resume
    case result
    case start
    /// The store of results files.
    case store
    /// Every call of the API, but not the store.
    case all
}

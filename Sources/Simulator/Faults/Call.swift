/// The kinds of calls that faults are switched on for.
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
    /// The store of the results files.
    case store
    /// Every call of the API; not the store.
    case all
}

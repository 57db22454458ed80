import Dashboard
import Insight
import Intuned
import TextScreen

/// What a run's status comes to, in a word that never changes: for programs, which should not know the platform's statuses.
enum RunOutcome: String, CaseIterable, Sendable {
    /// It may still change.
    case active
    /// It is paused by a user.
    case paused
    /// It is paused until a person acts.
    case waits
    /// It succeeded.
    case good
    /// It is over as a success with failed items.
    case partly
    /// It failed.
    case failed
    /// It did not start.
    case notStarted = "not-started"
    /// A user stopped it.
    case stopped
    /// Its status is not known to this version.
    case unknown

    /// All words, for the documents.
    static let words = allCases.map(\.rawValue).joined(separator: ", ")

    /// Judges a run.
    init(_ run: JobRun) {
        switch Standing(of: run) {
        case .moving: self = .active
        case .held: self = .paused
        case .waitsForPerson: self = .waits
        case .well: self = .good
        case .partly: self = .partly
        case .failed: self = .failed
        case .stopped: self = .stopped
        case .notStarted: self = .notStarted
        case .unknown: self = .unknown
        }
    }

    /// The exit status of a command about the run; a run that is not over is not a failure.
    ///
    /// - Parameter isStrict: whether a success with failed items counts as a failure.
    func exitStatus(isStrict: Bool) -> ExitStatus {
        switch self {
        case .active, .paused, .waits, .good, .unknown: .good
        case .partly: isStrict ? .bad : .good
        case .failed, .notStarted, .stopped: .bad
        }
    }

    /// The color of the status.
    var role: Role {
        switch self {
        case .active: .active
        case .paused, .waits, .partly, .unknown: .warning
        case .good: .good
        case .failed, .notStarted: .bad
        case .stopped: .normal
        }
    }
}

package import FoundationEssentials
package import Intuned

/// The part of a run that changes while it works; it can be kept in a file, because it holds no secret.
package struct RunState: Codable, Hashable, Sendable {
    /// The run's id.
    package var id: String
    /// The platform's word for its status.
    package var status: String
    /// The platform's word for the kind of its reason; nil without one.
    package var reason: String?
    /// Items in all; nil if unknown.
    package var payloads: Int?
    /// Items that ended well.
    package var ok: Int
    /// Items that failed.
    package var failed: Int
    /// When it last changed, by the platform's clock.
    package var updated: Date?
    /// Whether it may still change.
    package var isActive: Bool

    /// The state of a run.
    package init(_ run: JobRun) {
        (id, status, reason) = (run.id, run.status.raw, run.reason?.type?.raw)
        (payloads, ok, failed) = (run.payloads, run.ok, run.failed)
        (updated, isActive) = (run.updatedAt?.date, run.isActive)
    }

    /// Items that ended.
    package var done: Int { ok + failed }
}

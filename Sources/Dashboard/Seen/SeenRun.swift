import FoundationEssentials
package import Intuned

/// A run as it was last seen, for the completion of ids in a shell: it has no room for a secret.
package struct SeenRun: Hashable, Sendable, Codable {
    /// The run's id.
    package var id: String
    /// The platform's word for its status.
    package var status: String
    /// When it started, in seconds since 1970; nil if the platform did not say.
    package var start: Int?

    /// Creates a run.
    package init(id: String, status: String, start: Int?) {
        (self.id, self.status, self.start) = (id, status, start)
    }

    /// Keeps what is needed of a run; nil if its id cannot be offered.
    package init?(_ run: JobRun) {
        guard PlainID.isPlain(run.id) else { return nil }
        let start = (run.startTime ?? run.createdAt)?.date?.timeIntervalSince1970
        let status = PlainID.isPlain(run.status.raw) ? run.status.raw : ""
        self.init(id: run.id, status: status, start: start.flatMap { Int(exactly: $0.rounded()) })
    }

    /// Whether the run may still have been active; a run with an unknown status may.
    package var mayBeActive: Bool {
        switch Open<JobRunStatus>(status) {
        case .known(let status): status.isActive
        case .unrecognized: true
        }
    }
}

import Dashboard
import Insight
import Intuned
import Metrics
import Synchronization

/// What is known of the project, shared by the requests and the scrapes.
final class SharedRecord: Sendable {
    private let record = Mutex(ProjectRecord())
    private let common: [MetricLabel]
    private let clock: CommandClock
    private let start: Moment

    init(workspace: String, project: String, clock: CommandClock) {
        common = [MetricLabel("workspace", workspace), MetricLabel("project", project)]
        self.clock = clock
        start = clock.now()
    }

    /// Changes what is known.
    func change(_ change: (inout ProjectRecord, Moment) -> Void) {
        let now = clock.now()
        record.withLock { change(&$0, now) }
    }

    /// The problems, worst first.
    var problems: [Problem] { record.withLock { $0.problems } }

    /// The ids of the known jobs.
    var jobs: [String] { record.withLock { $0.jobs?.map(\.id) ?? [] } }

    /// The metrics as they are now.
    func text(_ format: MetricsFormat) -> String {
        let own = OwnFigures(
            version: Version.number, commit: Version.commit, started: start.wall, residentBytes: OwnMemory.residentBytes)
        let uptime = clock.now().uptime
        let samples = record.withLock { $0.samples(own, uptime: uptime) }
        return MetricsText(format: format, common: common).text(of: samples)
    }
}

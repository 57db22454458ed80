import ArgumentParser
import Dashboard
import Insight
import Intuned
import Query

/// Prints the configuration of a run, or how it differs from that of another run.
struct ConfigCommand: PlatformCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop config",
        abstract: "Print the configuration that a run was started with, or its differences from another run.",
        usage: "jobtop config JOB RUN [--diff RUN] [options]", discussion: ExitStatus.help)

    @Argument(help: ArgumentHelp("The job.", valueName: "job"), completion: .jobs)
    var job: String

    @Argument(help: RunReference.help)
    var run: RunReference

    @Option(help: "Print only the fields that differ from those of this run.")
    var diff: RunReference?

    @OptionGroup var script: ScriptOptions

    func check(_ output: OutputSettings) throws(CommandFailure) {
        try checkJob(job)
        try run.checkExists()
        try diff?.checkExists()
        _ = try kind.chosen(output)
        _ = try Self.filter(output)
    }

    func perform(
        on platform: CommandPlatform, in surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus {
        var writer = try RecordWriter(kind, surroundings.output)
        let lookup = RunLookup(client: platform.client, job: job)
        let (after, known) = try await Self.snapshot(run, lookup)
        let changes: [ConfigurationChange]
        if let diff {
            changes = ConfigurationChange.between(try await Self.snapshot(diff, lookup).snapshot, after)
        } else {
            changes = ConfigurationChange.fields(after, after)
        }
        let matcher = try Self.filter(surroundings.output).matcher(now: known.date)
        for change in changes {
            let record = ConfigFieldRecord(change: change, known: known)
            if matcher.matches(record) { try writer.write(record) }
        }
        try writer.end()
        return .good
    }

    private var kind: RecordKind<ConfigFieldRecord> { diff == nil ? ConfigFieldRecord.kind : ConfigFieldRecord.difference }

    private static func snapshot(
        _ reference: RunReference, _ lookup: RunLookup
    ) async throws(CommandFailure) -> (snapshot: ConfigurationSnapshot, known: KnownTime) {
        let found = try await lookup.find(reference)
        if let snapshot = found.value.snapshot { return (snapshot, found.time) }
        let answer = try await lookup.client.ask(Endpoints.jobRun(job: lookup.job, run: found.value.id))
        guard let snapshot = answer.value.jobRun.snapshot else {
            throw .notFound("The platform does not report the configuration of the run \(found.value.id).")
        }
        return (snapshot, answer.time)
    }

    private static func filter(_ output: OutputSettings) throws(CommandFailure) -> RecordFilter<ConfigFieldRecord> {
        try RecordFilter(output, ConfigFieldRecord.fields) { $0.searchable }
    }
}

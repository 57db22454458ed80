import ArgumentParser
import Dashboard
import Intuned
import Query

/// Lists the runs of a job.
struct RunsCommand: PlatformCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop runs", abstract: "List the runs of a job, newest first.", usage: "jobtop runs JOB [options]",
        discussion: ExitStatus.help)

    @Argument(help: ArgumentHelp("The job.", valueName: "job"), completion: .jobs)
    var job: String

    @Option(help: "The most runs to print. With a filter, further runs are read until as many pass.")
    var limit = 50

    @Flag(help: "Print all runs of the job.")
    var all = false

    @OptionGroup var script: ScriptOptions

    mutating func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be at least 1. To print all runs, use --all.") }
    }

    func check(_ output: OutputSettings) throws(CommandFailure) {
        try checkJob(job)
        _ = try RunRecord.kind.chosen(output)
        _ = try Self.filter(output)
    }

    func perform(
        on platform: CommandPlatform, in surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus {
        var writer = try RecordWriter(RunRecord.kind, surroundings.output)
        let filter = try Self.filter(surroundings.output)
        var pages = RunPages(client: platform.client, job: job, size: filter.query.isEmpty && !all ? min(limit, 100) : 100)
        let most = all ? Int.max : limit
        var runs: [JobRun] = []
        while writer.count < most, let page = try await pages.next() {
            let first = runs.count
            runs += page.value
            let listed = RunFields.rows(runs, known: page.time.date, needsUsual: filter.query.comparesWithUsual)
            let matcher = filter.matcher(now: page.time.date)
            for row in listed[first...] where writer.count < most && matcher.matches(row) {
                try writer.write(RunRecord(job: job, listed: row, known: page.time))
            }
            try writer.flush()
        }
        if pages.unreadable > 0 { surroundings.note(CommandWording.unreadableRuns(pages.unreadable)) }
        try writer.end([pages.total, pages.unreadable])
        platform.keepSeen(SeenJob(id: job, runs: runs), in: surroundings)
        return .good
    }

    private static func filter(_ output: OutputSettings) throws(CommandFailure) -> RecordFilter<ListedRun> {
        try RecordFilter(output, RunFields.all) { $0.run.searchable }
    }
}

import ArgumentParser
import Dashboard
import FoundationEssentials
import Intuned

/// Shows one run with its results.
struct RunCommand: PlatformCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop run", abstract: "Show one run. The exit status is 1 if it failed.",
        usage: "jobtop run JOB RUN [options]", discussion: ExitStatus.help)

    @Argument(help: ArgumentHelp("The job.", valueName: "job"), completion: .jobs)
    var job: String

    @Argument(help: RunReference.help)
    var run: RunReference

    @Flag(help: "End with status 1 also if items of the run failed.")
    var strict = false

    @OptionGroup var script: ScriptOptions

    func check(_ output: OutputSettings) throws(CommandFailure) {
        try checkJob(job)
        try run.checkExists()
        try output.refuseFilter()
        _ = try RunDetailRecord.kind.chosen(output)
    }

    func perform(
        on platform: CommandPlatform, in surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus {
        var writer = try RecordWriter(RunDetailRecord.kind, surroundings.output)
        let found = try await RunLookup(client: platform.client, job: job).find(run)
        let answer = try await platform.client.ask(Endpoints.jobRun(job: job, run: found.value.id))
        let listed = RunFields.rows([answer.value.jobRun], known: answer.time.date, needsUsual: false)[0]
        let record = RunRecord(job: job, listed: listed, known: answer.time)
        try writer.writeOnly(RunDetailRecord(run: record, results: answer.value.results))
        platform.keepSeen(SeenJob(id: job, runs: [answer.value.jobRun]), in: surroundings)
        return RunOutcome(answer.value.jobRun).exitStatus(isStrict: strict)
    }
}

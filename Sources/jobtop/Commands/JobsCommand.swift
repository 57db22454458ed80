import ArgumentParser
import Dashboard
import Intuned

/// Lists the jobs of the project.
struct JobsCommand: PlatformCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop jobs", abstract: "List the jobs of the project.", usage: "jobtop jobs [options]",
        discussion: ExitStatus.help)

    @OptionGroup var script: ScriptOptions

    func perform(
        on platform: CommandPlatform, in surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus {
        var writer = try RecordWriter(JobRecord.kind, surroundings.output)
        let jobs = try await platform.client.ask(Endpoints.jobs())
        for job in jobs.value.jobs { try writer.write(JobRecord(job: job, known: jobs.time)) }
        try writer.end()
        return .good
    }
}

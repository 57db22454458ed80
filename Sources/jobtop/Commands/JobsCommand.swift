import ArgumentParser
import Dashboard
import Intuned
import Query

/// Lists the jobs of the project.
struct JobsCommand: PlatformCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop jobs", abstract: "List the jobs of the project with their latest run.",
        usage: "jobtop jobs [options]", discussion: ExitStatus.help)

    @OptionGroup var script: ScriptOptions

    func check(_ output: OutputSettings) throws(CommandFailure) {
        _ = try JobRecord.kind.chosen(output)
        _ = try Self.filter(output)
    }

    func perform(
        on platform: CommandPlatform, in surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus {
        var writer = try RecordWriter(JobRecord.kind, surroundings.output)
        let filter = try Self.filter(surroundings.output)
        let needsRuns = !filter.query.isEmpty || !JobRecord.fieldsOfTheList.isSuperset(of: surroundings.output.fields ?? [""])
        let survey = try await ProjectSurvey.take(from: platform.client, withRuns: needsRuns)
        for job in survey.jobs {
            let record = JobRecord(job)
            if filter.matcher(now: job.runsKnown.date).matches(record.listed) { try writer.write(record) }
        }
        if survey.unreadable > 0 { surroundings.note(CommandWording.unreadableJobs(survey.unreadable)) }
        try writer.end([survey.unknown, survey.unreadable])
        survey.noteFailures(in: surroundings)
        survey.keepSeen(on: platform, in: surroundings)
        if let failure = survey.failure { throw failure }
        return .good
    }

    private static func filter(_ output: OutputSettings) throws(CommandFailure) -> RecordFilter<ListedJob> {
        try RecordFilter(output, JobFields.all) { $0.row.searchable }
    }
}

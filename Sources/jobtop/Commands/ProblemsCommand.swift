import ArgumentParser
import Dashboard
import Insight
import Intuned
import Query

/// Lists what needs a person.
struct ProblemsCommand: PlatformCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop problems",
        abstract: "List what needs a person, worst first. The exit status is 1 if there is anything.",
        usage: "jobtop problems [options]", discussion: ExitStatus.help)

    @OptionGroup var script: ScriptOptions

    func check(_ output: OutputSettings) throws(CommandFailure) {
        _ = try ProblemRecord.kind.chosen(output)
        _ = try Self.filter(output)
    }

    func perform(
        on platform: CommandPlatform, in surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus {
        var writer = try RecordWriter(ProblemRecord.kind, surroundings.output)
        let filter = try Self.filter(surroundings.output)
        let survey = try await ProjectSurvey.take(from: platform.client)
        for problem in survey.problems {
            let times = survey.jobs.filter { problem.jobs.contains($0.job.id) }
            let known = times.map(\.known).min { $0.arrived.uptime < $1.arrived.uptime } ?? survey.known
            let now = times.map(\.runsKnown.date).max() ?? survey.known.date
            let listed = ListedProblem(problem: problem, now: now)
            if filter.matcher(now: now).matches(listed) { try writer.write(ProblemRecord(listed: listed, known: known)) }
        }
        if survey.unreadable > 0 { surroundings.note(CommandWording.unreadableJobs(survey.unreadable)) }
        try writer.end([survey.jobs.count, survey.unknown, survey.unreadable])
        survey.noteFailures(in: surroundings)
        // A problem that is seen counts more than a job that is not.
        if writer.count == 0, let failure = survey.failure { throw failure }
        return writer.count > 0 ? .bad : .good
    }

    private static func filter(_ output: OutputSettings) throws(CommandFailure) -> RecordFilter<ListedProblem> {
        try RecordFilter(output, ProblemFields.all) { $0.searchable }
    }
}

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
        usage: "jobtop problems [--nagios] [options]", discussion: ExitStatus.help)

    @Flag(help: "Be a plug-in of Nagios or Icinga: one line, and its statuses 0, 1, 2 and 3. Retries for 5 seconds.")
    var nagios = false

    @OptionGroup var script: ScriptOptions

    /// A monitoring system gives its plug-ins 10 seconds.
    var patience: Double { script.patience ?? (nagios ? 5 : 30) }

    func report(_ failure: CommandFailure) -> Int32? {
        nagios && failure != .pipeClosed && failure != .interrupted ? NagiosReport(failure).print() : nil
    }

    func check(_ output: OutputSettings) throws(CommandFailure) {
        _ = try ProblemRecord.kind.chosen(output)
        _ = try Self.filter(output)
    }

    func perform(
        on platform: CommandPlatform, in surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus {
        var writer = try RecordWriter(ProblemRecord.kind, surroundings.output)
        let survey = try await ProjectSurvey.take(from: platform.client)
        defer { survey.keepSeen(on: platform, in: surroundings) }
        let records = try Self.records(of: survey, surroundings.output)
        if nagios {
            if records.isEmpty, let failure = survey.failure { throw failure }
            let report = NagiosReport(records.map(\.listed.problem), jobs: survey.jobs.count, age: survey.known.age())
            // The statuses of the protocol are numbers of the table too, with other meanings.
            return ExitStatus(rawValue: report.print()) ?? .bad
        }
        for record in records { try writer.write(record) }
        if survey.unreadable > 0 { surroundings.note(CommandWording.unreadableJobs(survey.unreadable)) }
        try writer.end([survey.jobs.count, survey.unknown, survey.unreadable])
        survey.noteFailures(in: surroundings)
        // A problem that is seen counts more than a job that is not.
        if records.isEmpty, let failure = survey.failure { throw failure }
        return writer.count > 0 ? .bad : .good
    }

    /// The problems that pass the filter, worst first.
    private static func records(
        of survey: ProjectSurvey, _ output: OutputSettings
    ) throws(CommandFailure) -> [ProblemRecord] {
        let filter = try filter(output)
        return survey.problems.compactMap { problem in
            let times = survey.jobs.filter { problem.jobs.contains($0.job.id) }
            let known = times.map(\.known).min { $0.arrived.uptime < $1.arrived.uptime } ?? survey.known
            let now = times.map(\.runsKnown.date).max() ?? survey.known.date
            let listed = ListedProblem(problem: problem, now: now)
            return filter.matcher(now: now).matches(listed) ? ProblemRecord(listed: listed, known: known) : nil
        }
    }

    private static func filter(_ output: OutputSettings) throws(CommandFailure) -> RecordFilter<ListedProblem> {
        try RecordFilter(output, ProblemFields.all) { $0.searchable }
    }
}

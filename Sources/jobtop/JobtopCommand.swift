import ArgumentParser

/// The dashboard's command line.
@dynamicMemberLookup
struct JobtopCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop",
        abstract: "A terminal dashboard for the job runs of an Intuned project.",
        usage: """
            jobtop [JOB [RUN]] [--project NAME] [--workspace ID] [options]
            jobtop --demo [--world NAME] [--speed X]
            jobtop open JOB [RUN] [options]
            \(CommandTable.usage)
            jobtop doctor [options]
            jobtop simulate [--port N] [--world NAME] [--speed X]
            """,
        discussion: """
            Set the API key in INTUNED_API_KEY, or give a file with --api-key-file; an argument would show it to other users. \
            jobtop reads the workspace and the project from the options, then from INTUNED_WORKSPACE_ID and INTUNED_PROJECT, then \
            from "workspaceId" and "projectName" in the nearest Intuned.json or Intuned.jsonc, in this folder or above. In the \
            dashboard, ? shows all keys.
            """,
        version: Version.text)

    @Argument(help: ArgumentHelp("Opens the runs of this job.", valueName: "job"), completion: .jobsAndRuns)
    var jobID: String?

    @Argument(help: ArgumentHelp("Opens this run of the job.", valueName: "run"), completion: .runs())
    var runID: String?

    @OptionGroup var options: DashboardOptions

    /// The value of an option.
    subscript<Value>(dynamicMember option: WritableKeyPath<DashboardOptions, Value>) -> Value {
        get { options[keyPath: option] }
        set { options[keyPath: option] = newValue }
    }

    /// The first empty value on the command line, such as from an unset shell variable; nil if there is none.
    var firstEmpty: String? {
        let given = [("JOB", jobID), ("RUN", runID), ("--results-dir", options.resultsDir)]
        return given.first { $0.1?.isEmpty == true }?.0
    }

    mutating func run() throws {
        try DashboardSession.run(self)
    }
}

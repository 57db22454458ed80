import ArgumentParser
import Dashboard

/// Starts a run of a job, for a script.
struct TriggerCommand: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop trigger", abstract: "Start a run of a job, once.", usage: "jobtop trigger JOB [--yes] [options]",
        discussion: "Prints the id of the new run. \(ActionHelp.text) \(ExitStatus.help)")

    @Argument(help: ArgumentHelp("The job.", valueName: "job"))
    var job: String

    @OptionGroup(title: "Action") var action: ActionOptions

    @OptionGroup var script: ScriptOptions

    var kind: Action.Kind { .trigger }

    func find(_ platform: CommandPlatform) async throws(CommandFailure) -> ActionView {
        try await ActionView.job(job, withRuns: true, platform)
    }
}

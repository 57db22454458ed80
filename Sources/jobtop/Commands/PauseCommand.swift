import ArgumentParser
import Dashboard

/// Pauses a job and its runs, for a script.
struct PauseCommand: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop pause", abstract: "Pause a job and its runs.", usage: "jobtop pause JOB [--yes] [options]",
        discussion: "A job that is paused already is no failure. \(ActionHelp.text) \(ExitStatus.help)")

    @Argument(help: ArgumentHelp("The job.", valueName: "job"), completion: .jobs)
    var job: String

    @OptionGroup(title: "Action") var action: ActionOptions

    @OptionGroup var script: ScriptOptions

    var kind: Action.Kind { .pause }

    func find(_ platform: CommandPlatform) async throws(CommandFailure) -> ActionView {
        try await ActionView.job(job, withRuns: false, platform)
    }
}

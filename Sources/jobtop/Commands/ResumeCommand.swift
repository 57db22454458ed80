import ArgumentParser
import Dashboard

/// Resumes a paused job and its runs, for a script.
struct ResumeCommand: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop resume", abstract: "Resume a paused job and its runs.", usage: "jobtop resume JOB [--yes] [options]",
        discussion: "A job that is not paused is no failure. \(ActionHelp.text) \(ExitStatus.help)")

    @Argument(help: ArgumentHelp("The job.", valueName: "job"), completion: .pausedJobs)
    var job: String

    @OptionGroup(title: "Action") var action: ActionOptions

    @OptionGroup var script: ScriptOptions

    var kind: Action.Kind { .resume }

    func find(_ platform: CommandPlatform) async throws(CommandFailure) -> ActionView {
        try await ActionView.job(job, withRuns: false, platform)
    }
}

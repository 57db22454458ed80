import ArgumentParser
import Dashboard
import Intuned

/// Stops a run for good, for a script.
struct TerminateCommand: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop terminate", abstract: "Stop a run for good.",
        usage: "jobtop terminate JOB RUN [--yes] [options]",
        discussion: "A run that is over already is no failure. \(ActionHelp.text) \(ExitStatus.help)")

    @Argument(help: ArgumentHelp("The job.", valueName: "job"), completion: .jobs)
    var job: String

    @Argument(help: RunReference.help, completion: .activeRuns)
    var run: RunReference

    @OptionGroup(title: "Action") var action: ActionOptions

    @OptionGroup var script: ScriptOptions

    var kind: Action.Kind { .terminate }

    func check(_ output: OutputSettings) throws(CommandFailure) {
        try run.checkExists()
        try output.refuseFilter()
        _ = try ActedRecord.kind.chosen(output)
    }

    func find(_ platform: CommandPlatform) async throws(CommandFailure) -> ActionView {
        let found = try await RunLookup(client: platform.client, job: job).find(run)
        return try await ActionView.run(found.value.id, of: job, platform)
    }
}

import ArgumentParser
import Dashboard

/// Starts a run of a job, for a script.
struct TriggerCommand: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop trigger", abstract: "Start a run of a job, once.",
        usage: "jobtop trigger JOB [--yes] [--watch] [options]",
        discussion: "Prints the id of the new run. \(ActionHelp.text) \(ExitStatus.help)")

    /// Seconds that a new run may take to appear.
    private static let appearance = 60.0

    @Argument(help: ArgumentHelp("The job.", valueName: "job"), completion: .jobs)
    var job: String

    @Flag(help: "Then watch the run to its end, as jobtop watch does; the exit status is that of watch.")
    var watch = false

    @OptionGroup(title: "Action") var action: ActionOptions

    @OptionGroup var script: ScriptOptions

    var kind: Action.Kind { .trigger }

    func find(_ platform: CommandPlatform) async throws(CommandFailure) -> ActionView {
        try await ActionView.job(job, withRuns: true, platform)
    }

    func check(_ output: OutputSettings) throws(CommandFailure) {
        try output.refuseFilter()
        if watch, output.fields != nil { throw .usage(CommandWording.noFieldsWithWatch) }
        _ = try ActedRecord.kind.chosen(output)
    }

    func tell(
        _ acted: ActedRecord, on platform: CommandPlatform, in surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus {
        guard watch, let run = acted.newRun else {
            var writer = try RecordWriter(ActedRecord.kind, surroundings.output)
            try writer.writeOnly(acted)
            return .good
        }
        if surroundings.output.format.isJSON {
            var lines = surroundings.output
            lines.format = .lines
            var writer = try RecordWriter(ActedRecord.kind, lines)
            try writer.writeOnly(acted)
        } else {
            surroundings.note(CommandWording.watching(run))
        }
        let order = WatchOrder(
            job: job, run: .id(run), end: WatchEnd(), wait: Self.appearance, interval: Polling.standardInterval, every: 30,
            patience: script.patience ?? 600)
        var loop = WatchLoop(
            order, client: platform.single, host: platform.settings.host,
            teller: WatchTeller(output: surroundings.output, stateFile: nil),
            memory: WatchMemory(job: job))
        return try await loop.run()
    }
}

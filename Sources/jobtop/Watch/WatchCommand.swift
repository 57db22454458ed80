import ArgumentParser
import Dashboard
import Intuned

/// Tells what changes about a run, line by line.
struct WatchCommand: PlatformCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop watch",
        abstract: "Tell each change of a run in a line, and end with the run.",
        usage: "jobtop watch JOB [RUN] [options]",
        discussion: """
            Prints the state of the run, then a sentence for each change; lines are only ever added, so a screen reader can follow. \
            Survives outages as long as --patience. With --state, a watch that was killed continues where it stopped and tells \
            nothing twice. Ends with 0 for a successful run, 1 for any other end, and 6 if the run is stuck or a time limit passed. \
            \(ExitStatus.help)
            """)

    /// An outage is no reason to stop looking.
    var patience: Double { script.patience ?? 600 }

    @Argument(help: ArgumentHelp("The job.", valueName: "job"), completion: .jobs)
    var job: String

    @Argument(
        help: "The run: latest, next, last-good, its id, or the beginning of its id (default: latest).",
        completion: .runs("latest", "next", "last-good"))
    var run: RunReference?

    @Option(name: .customLong("wait"), help: "Wait so long for a run that does not exist yet, such as 5m.")
    var waitLimit: TimeSpan?

    @Option(help: "Give up after so long, such as 2h.")
    var timeout: TimeSpan?

    @Option(help: "End at: done, started (the first item has ended), or first-failure.")
    var until = WatchGoal.done

    @Flag(help: "End with status 1 at the first failed item.")
    var failFast = false

    @Flag(help: "End with status 1 if any item failed, although the run succeeded.")
    var strict = false

    @Option(help: "Tell counts of items at most this often; other changes are told at once (default: 30s).")
    var every: TimeSpan?

    @Option(help: "Seconds between two requests, 3 to 3600 (default: 3).")
    var interval: TimeSpan?

    @Option(help: "Remember in this file what was told, and tell nothing of it again.", completion: .file())
    var state: String?

    @OptionGroup var script: ScriptOptions

    func check(_ output: OutputSettings) throws(CommandFailure) {
        try checkJob(job)
        if state?.isEmpty == true { throw .start(.empty("--state")) }
        if let interval, !(3...3600).contains(interval.seconds) { throw .usage("--interval must be 3 to 3600 seconds.") }
        guard output.filter == nil else { throw .usage("watch has no rows to filter. Leave out --filter.") }
        guard output.fields == nil || output.format.isJSON else { throw .usage("--fields needs --json or --jsonl here.") }
        _ = try WatchRecord.kind.chosen(output)
    }

    func perform(
        on platform: CommandPlatform, in surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus {
        let order = WatchOrder(
            job: job, run: run ?? .latest, end: WatchEnd(goal: until, failsFast: failFast, isStrict: strict),
            wait: waitLimit?.seconds, timeout: timeout?.seconds, interval: interval?.seconds ?? Polling.standardInterval,
            every: every?.seconds ?? 30, patience: patience)
        let memory = if let state { try WatchMemory.read(state, job: job) } else { WatchMemory(job: job) }
        var loop = WatchLoop(
            order, client: platform.single, host: platform.settings.host,
            teller: WatchTeller(output: surroundings.output, stateFile: state), memory: memory)
        return try await loop.run()
    }
}

import ArgumentParser

/// The options of every command that asks the platform.
struct ScriptOptions: ParsableArguments {
    @OptionGroup(title: "Output") var output: OutputOptions

    @Option(help: "Seconds for which failures of the platform or network are retried; 0 for no retry (default: 30; watch: 600).")
    var patience: Double?

    @OptionGroup(title: "Platform") var platform: PlatformOptions

    mutating func validate() throws {
        guard (0...86_400).contains(patience ?? 0) else { throw ValidationError("--patience must be 0 to 86400 seconds.") }
    }
}

/// A command that asks the platform.
protocol PlatformCommand: ScriptCommand {
    /// Which platform, and how.
    var script: ScriptOptions { get }

    /// Does the work.
    func perform(on platform: CommandPlatform, in surroundings: CommandSurroundings) async throws(CommandFailure) -> ExitStatus

    /// Seconds for which failures are retried.
    var patience: Double { get }

    /// Checks the command line before anything is asked.
    func check(_ output: OutputSettings) throws(CommandFailure)
}

extension PlatformCommand {
    var output: OutputOptions { script.output }

    var patience: Double { script.patience ?? 30 }

    func check(_ output: OutputSettings) throws(CommandFailure) {}

    /// Refuses an empty job, such as from an unset shell variable: its runs would be those of no job.
    func checkJob(_ job: String) throws(CommandFailure) {
        if job.isEmpty { throw .start(.empty("JOB")) }
    }

    func prepare(_ surroundings: inout CommandSurroundings) throws(CommandFailure) {
        try check(surroundings.output)
        do throws(StartError) {
            surroundings.platform = try CommandPlatform.open(script.platform, patience: patience, surroundings)
        } catch {
            throw .start(error)
        }
    }

    func perform(in surroundings: CommandSurroundings) async throws(CommandFailure) -> ExitStatus {
        guard let platform = surroundings.platform else { throw .start(.missingKey) }
        return try await perform(on: platform, in: surroundings)
    }
}

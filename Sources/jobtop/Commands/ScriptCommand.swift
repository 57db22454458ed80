import ArgumentParser
import FoundationEssentials
import Glibc
import ResultsFile
import Runtime

/// A command for scripts and for people without a dashboard: it asks, prints, and ends with an exit status.
///
/// To add one: a file with its struct in this folder, and its type in `CommandTable.script`. Dispatch, help, completions and the
/// manual page follow. A command that asks the platform is a `PlatformCommand`.
protocol ScriptCommand: ParsableCommand, Sendable {
    /// How it prints.
    var output: OutputOptions { get }

    /// Does the work; `surroundings` say how to print, and take notes.
    func perform(in surroundings: CommandSurroundings) async throws(CommandFailure) -> ExitStatus

    /// Says why the command ends in the words of another program's protocol, and returns its status; nil for the usual sentence.
    func report(_ failure: CommandFailure) -> Int32?

    /// Checks the command line further than the parser does, and prepares what the main thread must; called first.
    func prepare(_ surroundings: inout CommandSurroundings) throws(CommandFailure)
}

/// What surrounds a command.
struct CommandSurroundings: Sendable {
    /// The variables of the environment.
    var environment: [String: String]
    /// How results are printed.
    var output: OutputSettings
    /// The platform; only a `PlatformCommand` has one.
    var platform: CommandPlatform?
    /// The files that are not complete yet; they are removed when a signal ends the command.
    let unfinished = UnfinishedFiles()

    /// Writes a note to standard error, unless `--quiet` is given or a program reads JSON, where only an error may follow.
    func note(_ text: String) {
        if !output.isQuiet, !output.format.isJSON { complain("jobtop: \(text)") }
    }

    /// Writes a note to somebody who watches the command in a terminal.
    func tellWatcher(_ text: String) {
        if isatty(STDERR_FILENO) == 1 { note(text) }
    }
}

extension ScriptCommand {
    func prepare(_ surroundings: inout CommandSurroundings) throws(CommandFailure) {}

    func report(_ failure: CommandFailure) -> Int32? { nil }

    /// Runs the command; ends the process with its exit status.
    mutating func run() throws {
        let command = self
        let environment = ProcessInfo.processInfo.environment
        var surroundings = CommandSurroundings(environment: environment, output: OutputSettings(output, environment))
        do throws(CommandFailure) {
            try command.prepare(&surroundings)
        } catch {
            throw report(error).map { ExitCode($0) } ?? surroundings.end(error)
        }
        let prepared = surroundings
        let (outcome, signal) = Interruption.run(clear: { prepared.unfinished.discard() }) {
            () async -> Result<ExitStatus, CommandFailure> in
            do throws(CommandFailure) { return .success(try await command.perform(in: prepared)) } catch {
                return .failure(error)
            }
        }
        prepared.platform?.close()
        switch outcome {
        case .success(let status): throw ExitCode(status.rawValue)
        case .failure(let failure):
            prepared.unfinished.discard()
            if let signal { Signals.die(of: signal) }
            throw command.report(failure).map { ExitCode($0) } ?? prepared.end(failure)
        }
    }
}

extension CommandSurroundings {
    /// Says why the command ends; the status to end with.
    fileprivate func end(_ failure: CommandFailure) -> ExitCode {
        if failure == .pipeClosed { Signals.die(of: SIGPIPE) }
        ErrorReport.write(failure, asJSON: output.format.isJSON)
        return ExitCode(failure.status.rawValue)
    }
}

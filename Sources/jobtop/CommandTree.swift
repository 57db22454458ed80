import ArgumentParser

/// All commands as one tree, for completion scripts only.
///
/// `Main` picks the command by the first argument, so that a job may have the name of an option's value or of a command.
struct CommandTree: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop", abstract: JobtopCommand.configuration.abstract, version: Version.text,
        subcommands: CommandTable.script.map { branch($0) } + [Open.self, Doctor.self, Simulate.self])

    /// The start of the option that asks for a script; ArgumentParser answers it for every command.
    static let option = "--generate-completion-script"

    /// The first argument of a shell that asks for completions; only the scripts give it.
    static let completion = "---completion"

    // Without JOB and RUN: the scripts expect a command's name only behind all arguments (CompletionScript).
    @OptionGroup var options: DashboardOptions

    private static func branch<Command: ScriptCommand>(_: Command.Type) -> any ParsableCommand.Type { Branch<Command>.self }

    /// A command under the word that is typed; its own name begins with the program's.
    struct Branch<Command: ScriptCommand>: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: CommandTable.name(of: Command.self), abstract: Command.configuration.abstract)
        }

        @OptionGroup var options: Command
    }

    struct Open: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: OpenCommand.configuration.abstract)
        @OptionGroup var options: JobtopCommand
    }

    struct Doctor: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: DoctorCommand.configuration.abstract)
        @OptionGroup var options: DashboardOptions
    }

    struct Simulate: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: SimulateCommand.configuration.abstract)
        @OptionGroup var options: SimulateCommand
    }
}

import ArgumentParser

/// All commands as one tree, for completion scripts only.
///
/// `Main` picks the command by the first argument, so that a job may have the name of an option's value or of a command.
struct CommandTree: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop", abstract: JobtopCommand.configuration.abstract, version: Version.text,
        subcommands: [Open.self, Doctor.self, Simulate.self])

    /// The start of the option that asks for a script; ArgumentParser answers it for every command.
    static let option = "--generate-completion-script"

    // Without JOB and RUN: the scripts expect a command's name only behind all arguments.
    @OptionGroup var options: DashboardOptions

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

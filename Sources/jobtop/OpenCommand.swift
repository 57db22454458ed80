import ArgumentParser

/// Opens a job with any name, also one that is called like a command of jobtop.
struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop open",
        abstract: "Open the runs of a job, whatever its name is.",
        usage: "jobtop open JOB [RUN] [options]",
        discussion: """
            The same as jobtop JOB, also for a job that is called like a command, such as doctor. Takes the options of jobtop (see \
            jobtop --help).
            """)

    @OptionGroup(visibility: .hidden)
    var options: JobtopCommand

    mutating func validate() throws {
        guard options.jobID != nil else { throw ValidationError("open needs a job: jobtop open JOB [RUN].") }
    }

    mutating func run() throws { try options.run() }
}

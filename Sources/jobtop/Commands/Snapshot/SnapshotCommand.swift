import ArgumentParser
import Dashboard
import Intuned
import TextScreen

/// Draws one page of the dashboard, once.
struct SnapshotCommand: PlatformCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop snapshot", abstract: "Draw one page of the dashboard as text, ANSI or SVG.",
        usage: "jobtop snapshot [JOB [RUN]] [--page PAGE] [--size 120x40] [--format FORMAT] [-o FILE] [options]",
        discussion: """
            Waits until the data of the page has come, draws it once and ends. Secrets are never drawn. Without JOB: the list of \
            jobs. Without RUN, a page of a run shows the latest run. The pages items and groups fetch the results into a temporary \
            folder. \(ExitStatus.help)
            """)

    @Argument(help: ArgumentHelp("The job that the page is about.", valueName: "job"), completion: .jobs)
    var job: String?

    @Argument(help: RunReference.help)
    var run: RunReference?

    @Option(help: "The page: \(SnapshotPage.allCases.map(\.rawValue).joined(separator: ", ")).")
    var page: SnapshotPage?

    @Option(help: "Columns and rows, from 20x5 to 500x200.")
    var size = SnapshotSize.standard

    @Option(help: "The format: text, ansi or svg (default: by the ending of the file, else text).")
    var format: SnapshotFormat?

    @Option(help: "The colors: auto, dark, light or plain. An SVG in auto follows its reader's dark or light mode.")
    var theme = Theme.auto

    @Flag(help: "Draw with plain ASCII only.")
    var ascii = false

    @OptionGroup(title: "File") var target: FileOutput

    @OptionGroup var script: ScriptOptions

    /// The page that is meant.
    var wantedPage: SnapshotPage { page ?? (run != nil ? .run : job != nil ? .runs : .jobs) }

    /// The format that is meant; nil if the name of the file does not say.
    var wantedFormat: SnapshotFormat? { format ?? target.path.map { SnapshotFormat(ofFile: $0) } ?? .text }

    func check(_ output: OutputSettings) throws(CommandFailure) {
        try script.output.checkNoRows("snapshot")
        try target.check()
        try run?.checkExists()
        guard size.isPossible else {
            throw .usage("--size must be 20x5 to 500x200, not \(size.defaultValueDescription).")
        }
        guard wantedFormat != nil else {
            throw .usage("The file must end with .svg, .txt or .ansi, or give --format text, ansi or svg.")
        }
        if job?.isEmpty == true { throw .start(.empty("JOB")) }
        let name = wantedPage.rawValue
        switch wantedPage.subject {
        case .project: if job != nil { throw .usage("The page \(name) is about all jobs. Leave out JOB.") }
        case .job:
            if job == nil { throw .usage("The page \(name) needs a job: jobtop snapshot JOB --page \(name).") }
            if run != nil { throw .usage("The page \(name) is about a job. Leave out RUN.") }
        case .run: if job == nil { throw .usage("The page \(name) needs a job: jobtop snapshot JOB [RUN] --page \(name).") }
        }
    }

    func perform(
        on platform: CommandPlatform, in surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus {
        var run = ""
        if let job, wantedPage.subject == .run {
            run = try await RunLookup(client: platform.client, job: job).find(self.run ?? .latest).value.id
        }
        let still = try StillPage(self, run: run, platform, surroundings)
        let canvas = try await still.canvas()
        try target.write(canvas.snapshot(as: wantedFormat ?? .text, in: theme), surroundings.unfinished)
        return .good
    }
}

extension SnapshotFormat: ExpressibleByArgument {}

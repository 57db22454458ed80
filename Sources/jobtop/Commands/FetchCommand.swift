import ArgumentParser
import Dashboard
import Glibc
import Intuned
import ResultsFile
import Runtime

/// Fetches the results of a run into a file or to standard output.
struct FetchCommand: PlatformCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop fetch", abstract: "Fetch the results of a run into a file or to standard output.",
        usage: "jobtop fetch JOB RUN [-o FILE] [options]",
        discussion: """
            A cut connection is continued, and the length is checked. The file appears when it is complete.

            \(ExitStatus.help)
            """)

    @Argument(help: ArgumentHelp("The job.", valueName: "job"), completion: .jobs)
    var job: String

    @Argument(help: RunReference.help)
    var run: RunReference

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "The file to write; - for standard output, once the fetch is complete (default: JOB-RUN.FORMAT in --results-dir).",
            valueName: "file"), completion: .file())
    var target: String?

    @Option(help: "The folder for the file (default: this folder).", completion: .directory)
    var resultsDir: String?

    @Flag(help: "Replace the file if it exists.")
    var replace = false

    @OptionGroup var script: ScriptOptions

    mutating func validate() throws {
        guard target != "", resultsDir != "" else { throw ValidationError("--output and --results-dir need a value.") }
        guard target == nil || resultsDir == nil else { throw ValidationError("Choose one of --output and --results-dir.") }
    }

    func check(_ output: OutputSettings) throws(CommandFailure) {
        try checkJob(job)
        try run.checkExists()
        try output.refuseFilter()
        _ = try FetchedRecord.kind.chosen(output)
    }

    func perform(
        on platform: CommandPlatform, in surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus {
        var writer = try RecordWriter(FetchedRecord.kind, surroundings.output)
        let found = try await RunLookup(client: platform.client, job: job).find(run)
        let key = RunKey(profile: .first, job: job, run: found.value.id)
        var order = FetchOrder(key, folder: resultsDir ?? ".", replaces: replace)
        if target != "-" { order.file = target }
        let scratch = target == "-" ? try ScratchFolder() : nil
        defer { scratch?.remove() }
        if let scratch { order.folder = scratch.path }
        let file = try await fetch(order, platform, surroundings)
        if target == "-" {
            try StandardCopy.write(file.path)
            if file.coding != nil { surroundings.note(String(Wording.packed(file.coding).trimmingPrefix(" "))) }
        } else if case .columns = surroundings.output.format {
            surroundings.note(Wording.fetched(file))
        } else {
            try writer.writeOnly(FetchedRecord(job: job, run: found.value.id, file: file))
        }
        return .good
    }

    private func fetch(
        _ order: FetchOrder, _ platform: CommandPlatform, _ surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> FetchedFile {
        let line = ProgressLine(isShown: !surroundings.output.isQuiet && !surroundings.output.format.isJSON)
        defer { line.clear() }
        let fetch = ResultsFetch(
            order, client: platform.single, transport: platform.transport, unfinished: surroundings.unfinished,
            report: { line.show(Wording.progress(.underWay($0), at: .now)) })
        do throws(FetchFailure) {
            return try await fetch.run()
        } catch {
            // Another process cannot continue it.
            if error.canContinue, let partial = error.partial { unlink(partial) }
            throw error == .cancelled ? .interrupted : .fetch(error, host: platform.client.host)
        }
    }
}

extension FetchFailure {
    /// The path of the partial file that is kept.
    fileprivate var partial: String? {
        switch self {
        case .run(_, let partial), .refused(_, _, let partial), .redirected(_, _, let partial), .transport(_, let partial):
            partial
        case .wrongLength(_, _, let partial): partial
        case .fileExists, .noResults, .file, .cancelled: nil
        }
    }
}

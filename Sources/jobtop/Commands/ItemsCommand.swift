import ArgumentParser
import Dashboard
import Glibc
import Query
import ResultsFile
import Runtime

/// Prints the items of a results file, or why they failed.
struct ItemsCommand: ScriptCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop items", abstract: "Print the items of a fetched results file, or the causes of failures.",
        usage: "jobtop items FILE [--failures] [options]",
        discussion: """
            Reads files of any size and every format that the dashboard reads, without a request.

            \(ExitStatus.help)
            """)

    @Argument(help: ArgumentHelp("The file.", valueName: "file"), completion: .file())
    var file: String

    @Flag(help: "Print the causes of failures with the number of items of each, the most frequent first.")
    var failures = false

    @Option(help: "The most items to print (default: all).")
    var limit: Int?

    @OptionGroup(title: "Output") var output: OutputOptions

    mutating func validate() throws {
        guard limit ?? 1 > 0 else { throw ValidationError("--limit must be at least 1.") }
        guard !failures || output.filter == nil else {
            throw ValidationError("--filter narrows items. Leave it out, or leave out --failures.")
        }
    }

    func prepare(_ surroundings: inout CommandSurroundings) throws(CommandFailure) {
        if failures {
            _ = try CauseRecord.kind.chosen(surroundings.output)
        } else {
            _ = try ResultsItemRecord.kind.chosen(surroundings.output)
            _ = try Self.query(surroundings.output)
        }
    }

    func perform(in surroundings: CommandSurroundings) async throws(CommandFailure) -> ExitStatus {
        let file: ResultsFile
        do throws(ResultsError) {
            file = try ResultsFile(path: self.file)
        } catch {
            throw .results(error, path: self.file)
        }
        if failures { try await printCauses(file, surroundings) } else { try await printItems(file, surroundings) }
        return .good
    }

    private func printCauses(_ file: ResultsFile, _ surroundings: CommandSurroundings) async throws(CommandFailure) {
        var writer = try RecordWriter(CauseRecord.kind, surroundings.output)
        let snapshot = await file.indexed()
        try check(snapshot)
        for group in snapshot.groups.sorted(by: { $0.count > $1.count }).prefix(limit ?? .max) {
            try writer.write(CauseRecord(group: group))
        }
        try writer.end()
    }

    private func printItems(_ file: ResultsFile, _ surroundings: CommandSurroundings) async throws(CommandFailure) {
        var writer = try RecordWriter(ResultsItemRecord.kind, surroundings.output)
        let view = file.view(ResultsFilter(query: try Self.query(surroundings.output)))
        _ = await view.searched()
        try check(file.snapshot)
        if Task.isCancelled { throw .interrupted }
        var place = 0
        while writer.count < limit ?? .max, let record = try record(at: place, view, file) {
            place += 1
            try writer.write(record)
        }
        try writer.end()
    }

    private func record(
        at place: Int, _ view: ResultsView, _ file: ResultsFile
    ) throws(CommandFailure) -> ResultsItemRecord? {
        do throws(ResultsError) {
            guard let row = try view.row(at: place) else { return nil }
            return try ResultsItemRecord(row, of: file)
        } catch {
            throw .results(error, path: self.file)
        }
    }

    /// Refuses a file without rows; a file that breaks off is an error too, since a script would take a part for the whole.
    private func check(_ snapshot: ResultsSnapshot) throws(CommandFailure) {
        switch snapshot.phase {
        case .failed(let error): throw .results(error, path: file)
        case .canceled: throw .interrupted
        case .waiting, .indexing, .complete: break
        }
        if let shape = snapshot.shape, !shape.hasRows, shape != .empty {
            throw .file("\(file) has no items: it is \(Wording.phrase(shape, snapshot.packing)).")
        }
    }

    private static func query(_ output: OutputSettings) throws(CommandFailure) -> Query {
        let query = Query(output.filter ?? "", ItemQuery.names)
        if let mistake = query.mistakes.first { throw .usage("--filter: \(Wording.sentence(mistake))") }
        let offsets = output.offsets
        return query.fixed(in: QuerySurroundings(now: output.now().wall) { offsets.offset(at: $0) })
    }
}

extension CommandFailure {
    /// A results file that cannot be read.
    static func results(_ error: ResultsError, path: String) -> CommandFailure {
        if case .notOpened(_, ENOENT) = error { return .notFound("No file \(path).") }
        if error == .canceled { return .interrupted }
        return .file("\(path): \(Wording.sentence(error))")
    }
}

import ArgumentParser
import Dashboard
import ResultsFile
import Runtime

/// Where a command puts a text that is a file by itself.
struct FileOutput: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: "Write to this file, which only you can read; - for standard output.",
        completion: .file())
    var file: String?

    @Flag(help: "Replace the file if it exists.")
    var replace = false

    /// The path of the file; nil for standard output.
    var path: String? { file == "-" ? nil : file }

    /// Writes the text to the file, or to standard output without one.
    func write(_ text: String, _ unfinished: UnfinishedFiles) throws(CommandFailure) {
        guard let path else {
            var output = OutputStream()
            try output.write(text)
            return try output.flush()
        }
        do throws(ResultsError) {
            try SavedFile.write(text, to: path, replaces: replace, unfinished: unfinished)
        } catch {
            guard case .alreadyExists = error else { throw .file(Wording.sentence(error)) }
            throw .file("\(path) already exists. Use --replace, or -o with another name.")
        }
    }

    /// Checks the name before anything is asked.
    func check() throws(CommandFailure) {
        if file?.isEmpty == true { throw .start(.empty("-o")) }
        if path == nil, replace { throw .usage("--replace needs -o FILE.") }
    }
}

extension OutputOptions {
    /// Rejects what makes no sense for a command whose output has no rows.
    func checkNoRows(_ command: String) throws(CommandFailure) {
        let given = [
            ("--json", json), ("--jsonl", jsonl), ("--fields", fields != nil), ("--filter", filter != nil),
            ("--show-secrets", showSecrets),
        ]
        if let option = given.first(where: \.1)?.0 { throw .usage("\(command) does not have \(option).") }
    }
}

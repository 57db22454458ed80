package import Dashboard
import FoundationEssentials
import Glibc
package import ResultsFile

/// The file with one line of JSON for each action, which only its owner can read.
///
/// The file is opened for each line, so that several programs can share it: each line is added at the end at once, and a full file
/// is renamed to the same name with `.1` appended.
package struct ActionLog: Sendable {
    /// The name of the file in jobtop's folder for its state.
    package static let name = "actions.jsonl"
    /// Bytes after which the file is renamed: 1 MiB.
    package static let limit = 1 << 20

    /// The file's path.
    package let path: String
    private let limit: Int

    /// Creates a log that nothing is written to yet.
    package init(path: String, limit: Int = ActionLog.limit) {
        (self.path, self.limit) = (path, limit)
    }

    /// The file's path in jobtop's folder for its state; nil without a home.
    package static func path(environment: [String: String]) -> String? {
        StateFolder.path(environment: environment).map { "\($0)/\(name)" }
    }

    /// Adds the line of an action, and makes the folder if it is missing.
    package func add(_ record: ActionRecord) throws(FileFailure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let line = try? encoder.encode(record) else { throw FileFailure(path: path, code: EILSEQ) }
        try StateFolder.make(for: path)
        let log: RequestLog
        do throws(RequestLogError) {
            log = try RequestLog(path: path, limit: limit)
        } catch {
            switch error {
            case .notWritable(let failure): throw failure
            }
        }
        if let code = log.add(String(decoding: line, as: UTF8.self)) { throw FileFailure(path: path, code: code) }
    }
}

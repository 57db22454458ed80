import FoundationEssentials
import Glibc

@testable import ResultsFile

/// A folder that is removed with its test.
final class Folder: Sendable {
    let path: String

    init() {
        var template = Array("/tmp/results-tests-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

    func write(_ bytes: [UInt8], to name: String = "results") throws -> String {
        let target = "\(path)/\(name)"
        try Data(bytes).write(to: URL(filePath: target))
        return target
    }

    func write(_ text: String, to name: String = "results") throws -> String { try write(Array(text.utf8), to: name) }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
    }

    /// Opens a text and reads it to its end.
    func index(
        _ bytes: [UInt8], _ change: (inout ResultsOptions) -> Void = { _ in }
    ) async throws -> (file: ResultsFile, snapshot: ResultsSnapshot) {
        var options = ResultsOptions()
        change(&options)
        let file = try ResultsFile(path: try write(bytes), options: options)
        return (file, await file.indexed())
    }

    func index(
        _ text: String, _ change: (inout ResultsOptions) -> Void = { _ in }
    ) async throws -> (file: ResultsFile, snapshot: ResultsSnapshot) {
        try await index(Array(text.utf8), change)
    }
}

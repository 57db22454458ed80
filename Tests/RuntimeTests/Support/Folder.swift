import FoundationEssentials
import Glibc

/// A folder that is removed with its test.
final class Folder: Sendable {
    let path: String

    init() {
        var template = Array("/tmp/runtime-tests-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    }

    deinit { remove() }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
    }

    func read(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
    }

    /// Removes the folder and its content.
    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}

import FoundationEssentials
import Glibc

/// A folder that is removed with its test.
final class Folder: Sendable {
    let path: String

    init() {
        var template = Array("/tmp/jobtop-tests-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Creates a subfolder.
    func folder(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
        return "\(path)/\(name)"
    }

    @discardableResult
    func write(_ text: String, to name: String, mode: Int = 0o600) throws -> String {
        try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
        chmod("\(path)/\(name)", mode_t(mode))
        return "\(path)/\(name)"
    }
}

package import Dashboard
import FoundationEssentials
import Glibc
import Intuned

/// The log of actions, for who only reads it: one JSON object a line.
package enum ActionsFile {
    /// The most bytes that are read, from the end of the file.
    private static let most = 4_000_000

    /// Reads the log, and before it the full one that was renamed; lines that cannot be read as an action are counted.
    ///
    /// - Parameter path: the file; nil where no folder for it is known.
    package static func read(_ path: String?) -> LoggedActions {
        guard let path else { return .absent }
        var (actions, badLines, isThere): ([LoggedAction], Int, Bool) = ([], 0, false)
        for file in [path + ".1", path] {
            switch readOne(file) {
            case .absent: continue
            case .unreadable(let code): return .unreadable(code: code)
            case .read(let found, let bad):
                actions += found
                badLines += bad
                isThere = true
            }
        }
        return isThere ? .read(actions, badLines: badLines) : .absent
    }

    private static func readOne(_ path: String) -> LoggedActions {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return errno == ENOENT || errno == ENOTDIR ? .absent : .unreadable(code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .unreadable(code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { return .unreadable(code: EISDIR) }
        let start = max(0, Int(status.st_size) - most)
        guard let bytes = bytes(descriptor, from: start) else { return .unreadable(code: errno) }
        // The first line may be cut.
        let lines = bytes.split(separator: UInt8(ascii: "\n")).dropFirst(start > 0 ? 1 : 0)
        let actions = lines.map { line in (try? JSONDecoder().decode(Line.self, from: Data(line)))?.logged }
        return .read(actions.compactMap { $0 }, badLines: actions.count { $0 == nil })
    }

    private static func bytes(_ descriptor: Int32, from start: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: most)
        var count = 0
        while count < most {
            let read = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress?.advanced(by: count), most - count, off_t(start + count))
            }
            if read == 0 { break }
            if read < 0, errno != EINTR { return nil }
            count += max(0, read)
        }
        return Array(bytes[..<count])
    }

    /// A line of the log; members that are not named here are left to other readers.
    private struct Line: Decodable {
        var time: String
        var action: String
        var project: String?
        var job: String
        var run: String?
        var outcome: String?
        var newRun: String?
        var error: String?

        var logged: LoggedAction? {
            Timestamp(time).date.map {
                LoggedAction(
                    time: $0, action: action, project: project, job: job, run: run, outcome: outcome, newRun: newRun, error: error
                )
            }
        }
    }
}

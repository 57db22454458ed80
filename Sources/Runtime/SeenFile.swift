package import Dashboard
package import FoundationEssentials
import Glibc
package import ResultsFile
import Synchronization

/// The file of the ids that were last seen, for the completion in a shell; only its owner can read it.
///
/// The file is replaced as a whole, so that a reader never sees a part. If two programs write at once, the last one wins; each has
/// read the file just before, and keeps the projects of the other.
package final class SeenFile: Sendable {
    /// The name of the file in jobtop's folder for its state.
    package static let name = "seen.json"
    /// The most bytes of the file: 1 MiB.
    package static let limit = 1 << 20

    private let path: String
    private let limit: Int
    private let workspace: String
    private let project: String
    private let turn = Mutex(())

    /// Creates the part of the file that belongs to a project; nothing is written yet.
    package init(path: String, workspace: String, project: String, limit: Int = SeenFile.limit) {
        (self.path, self.workspace, self.project, self.limit) = (path, workspace, project, limit)
    }

    /// The file's path in jobtop's folder for its state; nil without a home.
    package static func path(environment: [String: String]) -> String? {
        StateFolder.path(environment: environment).map { "\($0)/\(name)" }
    }

    /// Keeps the ids of jobs and runs, unless the file has them already.
    ///
    /// Nobody is told that the file cannot be written; a shell then completes older ids, or none.
    ///
    /// - Parameters:
    ///   - isWhole: whether these are all jobs of the project with all of their newest runs.
    ///   - unfinished: where the new file is recorded until it is complete.
    /// - Returns: whether the file was replaced.
    @discardableResult
    package func keep(
        _ jobs: [SeenJob], isWhole: Bool, at time: Date, unfinished: UnfinishedFiles = UnfinishedFiles()
    ) -> Bool {
        let seen = SeenProject(
            workspace: workspace, project: project, seen: Int(time.timeIntervalSince1970.rounded()), jobs: jobs)
        // Two writers in one process would share the name of the temporary file.
        return turn.withLock { _ in
            var content = Self.read(path)
            guard content.note(seen, isWhole: isWhole), let text = text(&content) else { return false }
            do {
                try StateFolder.make(for: path)
                try SavedFile.write(text, to: path, replaces: true, unfinished: unfinished)
                return true
            } catch {
                return false
            }
        }
    }

    /// Reads the file; empty if it is missing, too large or broken.
    package static func read(_ path: String) -> SeenProjects {
        // Without O_NONBLOCK, a pipe of that name would be waited for.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return SeenProjects() }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, (1...limit).contains(Int(status.st_size))
        else {
            return SeenProjects()
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        guard count == bytes.count else { return SeenProjects() }
        return (try? JSONDecoder().decode(SeenProjects.self, from: Data(bytes))) ?? SeenProjects()
    }

    /// The content as JSON, shortened until it is within the limit.
    private func text(_ content: inout SeenProjects) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        repeat {
            guard let bytes = try? encoder.encode(content) else { return nil }
            if bytes.count < limit { return String(decoding: bytes, as: UTF8.self) + "\n" }
        } while content.shrink()
        return nil
    }
}

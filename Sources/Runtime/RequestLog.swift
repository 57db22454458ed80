import FoundationEssentials
import Glibc
package import ResultsFile
import Synchronization

/// A file with one line per request, to see which requests were sent and how they ended.
///
/// Only its owner can read it. A file that exceeds its limit is renamed to `FILE.1`, replacing an older one, so that the two
/// together hold at most twice the limit and a line. A line that cannot be written completely is lost, since the log must never
/// stop the program.
package final class RequestLog: Sendable {
    private struct Open {
        var descriptor: Int32
        var size: Int
    }

    private let path: String
    private let limit: Int
    private let file: Mutex<Open>

    /// Opens or creates the file.
    ///
    /// - Parameter limit: bytes after which the file is renamed.
    package init(path: String, limit: Int = 4_000_000) throws(RequestLogError) {
        self.path = path
        self.limit = limit
        file = Mutex(try Self.open(path))
    }

    deinit { file.withLock { _ = close($0.descriptor) } }

    /// Adds a line and a newline.
    ///
    /// - Returns: the errno of a line that could not be written completely and is lost; nil if it was written.
    @discardableResult
    package func add(_ line: String) -> Int32? {
        let bytes = Array((line + "\n").utf8)
        return file.withLock { file in
            if file.size > 0, file.size + bytes.count > limit { rotate(&file) }
            let written = write(file.descriptor, bytes, bytes.count)
            let code = written < 0 ? errno : ENOSPC
            guard written != bytes.count else {
                file.size += written
                return nil
            }
            takeBack(written, of: file)
            return code
        }
    }

    /// Removes a line that a full disk cut off; other processes may have added lines before it.
    private func takeBack(_ written: Int, of file: Open) {
        guard written > 0, case let end = lseek(file.descriptor, 0, SEEK_CUR), end >= written else { return }
        ftruncate(file.descriptor, end - off_t(written))
    }

    private func rotate(_ file: inout Open) {
        let isAside = rename(path, path + ".1") == 0
        let next = try? Self.open(path)
        if let next {
            close(file.descriptor)
            file = next
        }
        // A file that cannot be renamed is emptied, so that it does not grow without limit.
        if !isAside || next == nil, ftruncate(file.descriptor, 0) == 0 { file.size = 0 }
    }

    /// Opens the file without following a symbolic link, since a link could direct the log into any file.
    private static func open(_ path: String) throws(RequestLogError) -> Open {
        let descriptor = Glibc.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else { throw .notWritable(FileFailure(path: path, code: errno)) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notWritable(FileFailure(path: path, .notAFile))
        }
        fchmod(descriptor, 0o600)
        return Open(descriptor: descriptor, size: Int(status.st_size))
    }
}

/// Why there is no request log.
package enum RequestLogError: Error, Equatable {
    /// The file cannot be created or written.
    case notWritable(FileFailure)
}

import Dashboard
import Glibc
import ResultsFile
import Synchronization

/// The partial file of a fetch: beside its target, readable only by its owner.
final class PartialFile: ReceivedFile {
    /// The path of the partial file.
    let path: String
    private let descriptor: Int32
    private let target: String
    /// How often opening is retried if the path names another file by then.
    private static let tries = 100

    private struct Progress {
        var written = 0
        var restarts = 0
        var problem: FetchFailure?
    }

    private let progress = Mutex(Progress())

    /// Creates the file, empty or with the bytes of an earlier fetch.
    ///
    /// - Parameter length: the bytes that an earlier fetch left; they are kept if the file still has that length.
    /// - Throws: `file`, also if another fetch has it open.
    init(for target: String, keeping length: Int = 0) throws(FetchFailure) {
        self.target = target
        path = target + ".partial"
        descriptor = try Self.openAlone(path)
        let kept = lseek(descriptor, 0, SEEK_END) == length ? length : 0
        guard fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, kept) == 0, lseek(descriptor, kept, SEEK_SET) == kept else {
            throw .file(FileFailure(path: path, code: errno))
        }
        progress.withLock { $0.written = kept }
    }

    /// Opens and locks the file with this path and no other; gives up if the path keeps changing.
    private static func openAlone(_ path: String) throws(FetchFailure) -> Int32 {
        for _ in 0..<tries {
            let descriptor = try lock(path)
            do throws(FetchFailure) {
                if try isAlone(descriptor, at: path) { return descriptor }
            } catch {
                close(descriptor)
                throw error
            }
            close(descriptor)
        }
        throw .file(FileFailure(path: path, .inUse))
    }

    /// Opens and locks a regular file; opening a pipe would wait for a reader and then send the results to it.
    private static func lock(_ path: String) throws(FetchFailure) -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .file(FileFailure(path: path, code: errno)) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .file(FileFailure(path: path, .notAFile))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            throw .file(code == EWOULDBLOCK ? FileFailure(path: path, .inUse) : FileFailure(path: path, code: code))
        }
        return descriptor
    }

    /// Whether an open file has only this path; removes the path if a finished file has it too.
    ///
    /// With two paths, another fetch has just put the file in place, or crashed right after; emptying it would empty the finished
    /// file.
    private static func isAlone(_ descriptor: Int32, at path: String) throws(FetchFailure) -> Bool {
        var (opened, named) = (stat(), stat())
        guard fstat(descriptor, &opened) == 0, lstat(path, &named) == 0 else { return false }
        guard opened.st_dev == named.st_dev, opened.st_ino == named.st_ino else { return false }
        guard opened.st_nlink > 1 else { return true }
        guard unlink(path) == 0 || errno == ENOENT else { throw .file(FileFailure(path: path, code: errno)) }
        return false
    }

    deinit { close(descriptor) }

    /// Bytes on disk.
    var written: Int { progress.withLock { $0.written } }

    /// How often the file was emptied after bytes had been written.
    var restarts: Int { progress.withLock { $0.restarts } }

    /// Free bytes on its file system; nil if unknown.
    var room: Int? {
        var status = statvfs()
        guard fstatvfs(descriptor, &status) == 0, status.f_blocks > 0 else { return nil }
        return Int(clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
    }

    /// Whether at least this many bytes of the disk are free; otherwise sets `problem`.
    func leaves(_ reserve: Int) -> Bool {
        guard let room, room < reserve else { return true }
        progress.withLock { $0.problem = .file(FileFailure(path: path, .reserve(bytes: reserve))) }
        return false
    }

    /// Why writing stopped, if it did.
    var problem: FetchFailure? { progress.withLock { $0.problem } }

    var hasProblem: Bool { problem != nil }

    /// Empties the file for a new start.
    func restart() {
        progress.withLock { progress in
            progress = Progress(restarts: progress.restarts + (progress.written > 0 ? 1 : 0))
            if ftruncate(descriptor, 0) != 0 || lseek(descriptor, 0, SEEK_SET) != 0 {
                progress.problem = .file(FileFailure(path: path, code: errno))
            }
        }
    }

    /// Appends bytes; returns false and sets `problem` if the file system refuses.
    ///
    /// Only one call at a time. A slow disk does not block readers of the progress.
    func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard problem == nil else { return false }
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            let count = write(descriptor, start, rest.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                let failure = FileFailure(path: path, code: errno)
                progress.withLock { $0.problem = .file(failure) }
                return false
            }
            progress.withLock { $0.written += count }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        return true
    }

    /// Whether the file begins with these bytes.
    func begins(with mark: [UInt8]) -> Bool {
        let reading = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard reading >= 0 else { return false }
        defer { close(reading) }
        var head = [UInt8](repeating: 0, count: mark.count)
        return pread(reading, &head, mark.count, 0) == mark.count && head == mark
    }

    /// Moves the file to its target, completely or not at all.
    ///
    /// - Parameters:
    ///   - target: the path; nil for the target of the fetch.
    ///   - replaces: whether an existing file may be replaced.
    /// - Throws: `fileExists` if an existing file may not be replaced, `file` if the file system refuses; the partial file is
    ///   kept.
    func finish(as target: String? = nil, replaces: Bool) throws(FetchFailure) {
        let target = target ?? self.target
        guard fsync(descriptor) == 0 else { throw .file(FileFailure(path: path, code: errno)) }
        if replaces {
            guard rename(path, target) == 0 else { throw .file(FileFailure(path: target, code: errno)) }
            return
        }
        // link(2) fails if the name is taken, so that no file can appear between a check and a rename.
        if link(path, target) == 0 {
            unlink(path)
            return
        }
        if errno == EEXIST { throw .fileExists(path: target) }
        // A file system without hard links (FAT, some network ones) leaves a small gap between check and rename.
        guard access(target, F_OK) != 0 else { throw .fileExists(path: target) }
        guard rename(path, target) == 0 else { throw .file(FileFailure(path: target, code: errno)) }
    }

    /// Removes the file.
    func discard() { unlink(path) }
}

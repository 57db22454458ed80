import Glibc

/// A file that appears under its name only when it is whole; its owner alone may read it.
///
/// Until then it has no name at all, so that nothing of it is left behind even when the program is killed. Where the file system
/// has no nameless files, its name is among the unfinished files, which are removed at the end.
struct ExportFile {
    private let path: String
    /// Its name until it is whole, on a file system that has no nameless files.
    private let partialPath: String?
    private let unfinished: UnfinishedFiles
    let descriptor: Int32

    /// Creates the file, empty, and notes the name that it has until it is whole, if it has one.
    init(path: String, unfinished: UnfinishedFiles = UnfinishedFiles()) throws(ResultsError) {
        self.path = path
        self.unfinished = unfinished
        // A nameless file gets its name by way of /proc (open(2), O_TMPFILE).
        let nameless =
            unfinished.allowsNameless && access("/proc/self/fd", F_OK) == 0
            ? try ScratchFile.openNameless(in: ScratchFile.folder(of: path), for: path) : nil
        if let nameless {
            (partialPath, descriptor) = (nil, nameless)
        } else {
            var template = Array("\(path).partial-XXXXXX".utf8CString)
            descriptor = mkstemp(&template)
            guard descriptor >= 0 else { throw .notWritten(path: path, code: errno) }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            partialPath = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
            if let partialPath { unfinished.add(partialPath) }
        }
    }

    /// Gives the file its name.
    ///
    /// - Parameter isReplacing: whether a file of that name may go.
    func commit(isReplacing: Bool) throws(ResultsError) {
        guard fsync(descriptor) == 0 else { throw .notWritten(path: path, code: errno) }
        // link(2) fails where the name is taken, rename(2) would replace it.
        if isReplacing {
            try replace()
        } else if link(to: path) {
            if let partialPath { unlink(partialPath) }
        } else {
            try renameUnlessTaken(errno)
        }
        close(descriptor)
        if let partialPath { unfinished.remove(partialPath) }
    }

    /// Leaves nothing behind.
    func discard() {
        close(descriptor)
        guard let partialPath else { return }
        unlink(partialPath)
        unfinished.remove(partialPath)
    }

    private func link(to name: String) -> Bool {
        if let partialPath { return Glibc.link(partialPath, name) == 0 }
        return linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0
    }

    private func replace() throws(ResultsError) {
        let name = partialPath ?? "\(path).partial-\(getpid())"
        if partialPath == nil {
            // Left behind by a program of the same number that was killed between these two steps.
            unlink(name)
            guard link(to: name) else { throw .notWritten(path: path, code: errno) }
            unfinished.add(name)
        }
        defer { unfinished.remove(name) }
        guard rename(name, path) == 0 else {
            let code = errno
            unlink(name)
            throw .notWritten(path: path, code: code)
        }
    }

    /// For file systems without links.
    private func renameUnlessTaken(_ code: Int32) throws(ResultsError) {
        if code == EEXIST || access(path, F_OK) == 0 { throw .alreadyExists(path: path) }
        guard let partialPath, [EPERM, EOPNOTSUPP, ENOSYS].contains(code), rename(partialPath, path) == 0 else {
            throw .notWritten(path: path, code: code)
        }
    }
}

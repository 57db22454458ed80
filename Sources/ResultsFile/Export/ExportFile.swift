import Glibc

/// A file that appears under its name only when it is whole; its owner alone may read it.
struct ExportFile {
    private let path: String
    private let partialPath: String
    let descriptor: Int32

    /// Creates `path.partial`.
    init(path: String) throws(ResultsError) {
        self.path = path
        partialPath = path + ".partial"
        descriptor = open(partialPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? .alreadyExists(path: partialPath) : .notWritten(path: partialPath, code: errno)
        }
    }

    /// Gives the file its name.
    ///
    /// - Parameter isReplacing: whether a file of that name may go.
    func commit(isReplacing: Bool) throws(ResultsError) {
        guard fsync(descriptor) == 0 else { throw .notWritten(path: path, code: errno) }
        if isReplacing {
            guard rename(partialPath, path) == 0 else { throw .notWritten(path: path, code: errno) }
        } else if link(partialPath, path) == 0 {
            // link(2) fails where the name is taken, rename(2) would replace it.
            unlink(partialPath)
        } else {
            try renameUnlessTaken(errno)
        }
        close(descriptor)
    }

    /// Leaves nothing behind.
    func discard() {
        close(descriptor)
        unlink(partialPath)
    }

    /// For file systems without links.
    private func renameUnlessTaken(_ code: Int32) throws(ResultsError) {
        if code == EEXIST || access(path, F_OK) == 0 { throw .alreadyExists(path: path) }
        guard [EPERM, EOPNOTSUPP, ENOSYS].contains(code), rename(partialPath, path) == 0 else {
            throw .notWritten(path: path, code: code)
        }
    }
}

import Glibc

/// A file that appears under its name only when it is complete; only its owner can read it.
///
/// Until then it has no name, so that nothing is left behind even if the program is killed. On a file system without nameless
/// files, its temporary name is recorded among the unfinished files, which are removed at the end.
package struct ExportFile {
    private let path: String
    /// The temporary name, on a file system without nameless files.
    private let partialPath: String?
    private let unfinished: UnfinishedFiles
    /// The descriptor to write to.
    package let descriptor: Int32

    /// Creates the empty file, and records its temporary name if it has one.
    package init(path: String, unfinished: UnfinishedFiles = UnfinishedFiles()) throws(ResultsError) {
        self.path = path
        self.unfinished = unfinished
        // A nameless file gets its name through /proc (open(2), O_TMPFILE).
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
    /// - Parameter isReplacing: whether an existing file of that name may be replaced.
    package func commit(isReplacing: Bool) throws(ResultsError) {
        guard fsync(descriptor) == 0 else { throw .notWritten(path: path, code: errno) }
        // link(2) fails if the name is taken; rename(2) would replace the file.
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

    /// Closes and removes the file.
    package func discard() {
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
            // Left behind by a killed program with the same process id, between these two steps.
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

    /// Renames the file unless the name is taken; for file systems without links.
    private func renameUnlessTaken(_ code: Int32) throws(ResultsError) {
        if code == EEXIST || access(path, F_OK) == 0 { throw .alreadyExists(path: path) }
        guard let partialPath, [EPERM, EOPNOTSUPP, ENOSYS].contains(code), rename(partialPath, path) == 0 else {
            throw .notWritten(path: path, code: code)
        }
    }
}

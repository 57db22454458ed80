import Glibc

/// Why a file could not be created, written or moved into place.
package struct FileFailure: Error, Hashable, Sendable {
    /// The problem that caused the failure.
    package enum Problem: Hashable, Sendable {
        /// The system returned this errno.
        case system(code: Int32)
        /// The path belongs to something other than a regular file.
        case notAFile
        /// Another writer has the file open.
        case inUse
        /// The file needs more bytes than the file system has free.
        case noRoom(needed: Int, free: Int)
        /// The length of the file is unknown, and fewer than `bytes` are free.
        case reserve(bytes: Int)
    }

    /// The file's path.
    package var path: String
    /// The problem that caused the failure.
    package var problem: Problem
    /// Whether the path's folder existed and accepted files right after the failure.
    package var folderTakesFiles: Bool

    /// Creates a failure.
    package init(path: String, _ problem: Problem, folderTakesFiles: Bool = true) {
        (self.path, self.problem, self.folderTakesFiles) = (path, problem, folderTakesFiles)
    }

    /// Creates the failure of a system call that has just failed, and checks the folder.
    ///
    /// - Parameter code: the errno of the call.
    package init(path: String, code: Int32) {
        // ENOTDIR, ELOOP and others do not say which part of the path they mean; the check of the folder does.
        let folder = ScratchFile.folder(of: path) + "/."
        let takesFiles = faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0
        self.init(path: path, .system(code: code), folderTakesFiles: takesFiles)
    }

    /// Whether the failure concerns only this path, so that another file in the same folder may be written.
    package var concernsOnePath: Bool {
        guard folderTakesFiles else { return false }
        switch problem {
        case .notAFile, .inUse: return true
        case .noRoom, .reserve: return false
        case .system(let code): return Self.codesOfOnePath.contains(code)
        }
    }

    /// The errno values that depend on the single file if the folder accepts files; errno(3), open(2), rename(2).
    private static let codesOfOnePath: Set<Int32> = [
        EACCES, EBUSY, EEXIST, EFBIG, EISDIR, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, ENOTEMPTY, ENXIO, EPERM, ETXTBSY,
    ]
}

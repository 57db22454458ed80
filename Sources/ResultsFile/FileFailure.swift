import Glibc

/// Why a file could not be made, written or put in its place.
package struct FileFailure: Error, Hashable, Sendable {
    /// What stood in the way.
    package enum Problem: Hashable, Sendable {
        /// The system refused with this errno.
        case system(code: Int32)
        /// Something that is not a regular file has the path.
        case notAFile
        /// Another writer has the file open.
        case inUse
        /// The file needs so many bytes, and the file system has fewer.
        case noRoom(needed: Int, free: Int)
        /// The length of the file is unknown, and less than so many bytes are free.
        case reserve(bytes: Int)
    }

    /// The file's path.
    package var path: String
    /// What stood in the way.
    package var problem: Problem
    /// Whether the path's folder was there and took files right after the failure.
    package var folderTakesFiles: Bool

    /// Creates a failure.
    package init(path: String, _ problem: Problem, folderTakesFiles: Bool = true) {
        (self.path, self.problem, self.folderTakesFiles) = (path, problem, folderTakesFiles)
    }

    /// Creates the failure of a system call that has just failed, and looks at the folder.
    ///
    /// - Parameter code: the errno of the call.
    package init(path: String, code: Int32) {
        // ENOTDIR, ELOOP and others do not tell which part of the path they mean; the folder does.
        let folder = ScratchFile.folder(of: path) + "/."
        let takesFiles = faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0
        self.init(path: path, .system(code: code), folderTakesFiles: takesFiles)
    }

    /// Whether the failure concerns this path alone, so that another file of the same folder may be written.
    package var concernsOnePath: Bool {
        guard folderTakesFiles else { return false }
        switch problem {
        case .notAFile, .inUse: return true
        case .noRoom, .reserve: return false
        case .system(let code): return Self.codesOfOnePath.contains(code)
        }
    }

    /// The errno of what may differ from file to file, where the folder takes files; errno(3), open(2), rename(2).
    private static let codesOfOnePath: Set<Int32> = [
        EACCES, EBUSY, EEXIST, EFBIG, EISDIR, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, ENOTEMPTY, ENXIO, EPERM, ETXTBSY,
    ]
}

import Glibc

/// A nameless file for data too large for memory: readable only by its owner, and removed with the last descriptor.
enum ScratchFile {
    /// Creates a scratch file in a folder, or in `/tmp` if the folder is read-only or gone.
    static func create(in folder: String) throws(ResultsError) -> ByteFile {
        do throws(ResultsError) {
            return try createHere(folder)
        } catch .notWritten(let path, let code) {
            guard [EACCES, EROFS, EPERM, ENOENT].contains(code), folder != "/tmp" else {
                throw .notWritten(path: path, code: code)
            }
            return try createHere("/tmp")
        }
    }

    private static func createHere(_ folder: String) throws(ResultsError) -> ByteFile {
        if let descriptor = try openNameless(in: folder, for: folder) { return ByteFile(owning: descriptor, path: folder) }
        // Without support from the file system, the file is created with a name and unlinked at once.
        return try createNamed(in: folder)
    }

    /// Opens a file without a name (open(2) with O_TMPFILE) for reading and writing; nil if the file system does not support it.
    ///
    /// - Parameter path: the name of the file in an error.
    static func openNameless(in folder: String, for path: String) throws(ResultsError) -> Int32? {
        // Glibc's O_TMPFILE is a composite macro, so Swift does not import it: __O_TMPFILE | O_DIRECTORY.
        let descriptor = open(folder, __O_TMPFILE | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 { return descriptor }
        guard [EOPNOTSUPP, EISDIR, ENOENT, EINVAL].contains(errno) else { throw .notWritten(path: path, code: errno) }
        return nil
    }

    private static func createNamed(in folder: String) throws(ResultsError) -> ByteFile {
        var template = Array("\(folder)/.results-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .notWritten(path: folder, code: errno) }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return ByteFile(owning: descriptor, path: folder)
    }

    /// The folder that contains a file.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

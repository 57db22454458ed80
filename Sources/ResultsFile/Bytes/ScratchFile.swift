import Glibc

/// A nameless file for what is too large for memory: readable by its owner alone and gone with the last descriptor.
enum ScratchFile {
    /// Creates one in a folder; in `/tmp` where the folder is read-only or gone.
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

    /// Without a name from the beginning (open(2) with O_TMPFILE), or where the file system cannot, unlinked at once.
    private static func createHere(_ folder: String) throws(ResultsError) -> ByteFile {
        // Glibc's O_TMPFILE is composite, so it is not imported: __O_TMPFILE | O_DIRECTORY.
        let descriptor = open(folder, __O_TMPFILE | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 { return ByteFile(owning: descriptor, path: folder) }
        guard [EOPNOTSUPP, EISDIR, ENOENT, EINVAL].contains(errno) else { throw .notWritten(path: folder, code: errno) }
        return try createNamed(in: folder)
    }

    private static func createNamed(in folder: String) throws(ResultsError) -> ByteFile {
        var template = Array("\(folder)/.results-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .notWritten(path: folder, code: errno) }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return ByteFile(owning: descriptor, path: folder)
    }

    /// The folder that a file is in.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

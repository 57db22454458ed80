import Dashboard
import Glibc
import ResultsFile

/// A small file that is replaced as a whole: a reader sees the old content or the new one, never a part.
struct ReplacedFile: Sendable {
    let path: String
    /// The permissions of a new content.
    let mode: mode_t

    /// Writes the content beside the file and renames it.
    func write(_ text: String) throws(CommandFailure) {
        let temporary = "\(path).\(getpid()).tmp"
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure() }
        var isWritten = Self.write(Array(text.utf8), to: descriptor) && fchmod(descriptor, mode) == 0
        var code = errno
        if close(descriptor) != 0, isWritten { (isWritten, code) = (false, errno) }
        if isWritten, rename(temporary, path) == 0 { return }
        if isWritten { code = errno }
        unlink(temporary)
        throw failure(code)
    }

    private func failure(_ code: Int32 = errno) -> CommandFailure {
        .file(Wording.sentence(FileFailure(path: path, code: code)))
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            start += count
        }
        return true
    }
}

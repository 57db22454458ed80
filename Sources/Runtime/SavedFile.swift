package import ResultsFile
import Glibc

/// A text in a file that only its owner can read, and that appears under its name only when it is complete.
package enum SavedFile {
    /// Writes the file.
    ///
    /// - Parameters:
    ///   - replaces: whether an existing file may be replaced.
    ///   - unfinished: where the file is recorded until it is complete.
    package static func write(
        _ text: String, to path: String, replaces: Bool, unfinished: UnfinishedFiles = UnfinishedFiles()
    ) throws(ResultsError) {
        let file = try ExportFile(path: path, unfinished: unfinished)
        do throws(ResultsError) {
            try write(Array(text.utf8), to: file.descriptor, path)
            try file.commit(isReplacing: replaces)
        } catch {
            file.discard()
            throw error
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(ResultsError) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done) }
            if count >= 0 {
                done += count
            } else if errno != EINTR {
                throw .notWritten(path: path, code: errno)
            }
        }
    }
}

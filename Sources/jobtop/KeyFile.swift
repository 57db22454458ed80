import Glibc

/// The file with the API key.
///
/// It may be a pipe: with `--api-key-file <(command)` the key is never written to a disk.
enum KeyFile {
    /// The most bytes read: a longer file is not a key, and may have no end.
    static let most = 64 * 1024

    /// The content of the file; waits for a pipe.
    static func text(of path: String) throws(StartError) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard file >= 0 else {
            throw .keyFile(path: path, reason: errno == ENOENT ? "no such file" : "not a readable text file")
        }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: most + 1)
        while bytes.count <= most {
            let count = read(file, &buffer, most + 1 - bytes.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .keyFile(path: path, reason: "not a readable text file") }
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        guard bytes.count <= most else { throw .keyFile(path: path, reason: "the file is larger than 64 KiB") }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .keyFile(path: path, reason: "not a readable text file")
        }
        return text
    }
}

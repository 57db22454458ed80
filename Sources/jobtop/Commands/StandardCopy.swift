import Dashboard
import Glibc

/// Writes a file to standard output.
enum StandardCopy {
    static func write(_ path: String) throws(CommandFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file("Cannot read \(path): \(Wording.systemText(errno)).") }
        defer { close(descriptor) }
        var stream = OutputStream()
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 else { throw .file("Cannot read \(path): \(Wording.systemText(errno)).") }
            if count == 0 { break }
            try stream.write(bytes: buffer[..<count])
        }
        try stream.flush()
    }
}

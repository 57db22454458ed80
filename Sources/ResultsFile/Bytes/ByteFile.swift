import Glibc

/// An open file that is read and written at offsets, so that any number of readers can share it.
///
/// It uses pread(2) instead of mmap(2): if another program truncates a mapped file, the process dies of SIGBUS.
final class ByteFile: Sendable {
    let descriptor: Int32
    let path: String

    /// Creates a file from an open descriptor and takes ownership of it.
    init(owning descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    /// Opens a file for reading.
    static func reading(_ path: String) throws(ResultsError) -> ByteFile {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .notOpened(path: path, code: errno) }
        let file = ByteFile(owning: descriptor, path: path)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .notOpened(path: path, code: errno) }
        // Only a regular file has a size, offsets and an end; a FIFO or a device would block forever.
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notOpened(path: path, code: EINVAL) }
        return file
    }

    /// The file's size in bytes now.
    func size() throws(ResultsError) -> Int64 {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .notRead(code: errno) }
        return Int64(status.st_size)
    }

    /// The properties that change when a file is written.
    struct Stamp: Equatable {
        var bytes: Int64
        var seconds: Int
        var nanoseconds: Int
    }

    /// The file's current size and time of the last change; nil if the system does not report them.
    var stamp: Stamp? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        return Stamp(bytes: Int64(status.st_size), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }

    /// Fills the buffer from an offset on; returns fewer bytes only at the end of the file.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ResultsError) -> Int {
        var done = 0
        while done < buffer.count {
            let count = pread(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, off_t(offset) + done)
            if count == 0 { break }
            if count > 0 {
                done += count
            } else if errno != EINTR {
                throw .notRead(code: errno)
            }
        }
        return done
    }

    /// The bytes of a range, followed by `padding` zeros; fewer than requested at the end of the file.
    func bytes(at offset: Int64, count: Int, padding: Int = 0) throws(ResultsError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count + padding)
        let found = try bytes.withUnsafeMutableBufferPointer { buffer throws(ResultsError) in
            try read(into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count]), at: offset)
        }
        if found < count { bytes.removeSubrange(found..<count) }
        return bytes
    }

    /// Writes all bytes at an offset.
    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int64) throws(ResultsError) {
        var done = 0
        while done < bytes.count {
            let count = pwrite(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done, off_t(offset) + done)
            if count >= 0 {
                done += count
            } else if errno != EINTR {
                throw .notWritten(path: path, code: errno)
            }
        }
    }

    /// Removes all bytes.
    func truncate() throws(ResultsError) {
        while ftruncate(descriptor, 0) != 0 {
            guard errno == EINTR else { throw .notWritten(path: path, code: errno) }
        }
    }
}

import Glibc

/// A pipe whose read end becomes readable when any thread or signal handler writes a byte.
package final class WakePipe: Sendable {
    /// The end to poll for reading.
    package let readEnd: Int32
    /// The end to write to; it never blocks, since one unread byte wakes as well as a thousand.
    package let writeEnd: Int32

    /// Creates a pipe that child processes do not inherit; nil if the process has no descriptors left.
    package init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        (readEnd, writeEnd) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    /// Writes a byte.
    package func wake(_ byte: UInt8 = 0) {
        var byte = byte
        _ = write(writeEnd, &byte, 1)
    }

    /// Reads all waiting bytes.
    package func drain() -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 256)
        while true {
            let count = read(readEnd, &buffer, buffer.count)
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }
}

import Foundation
import Glibc
import Testing

/// A terminal whose output nobody reads: the program's output stays in the terminal.
final class UnreadTerminal {
    let processID: pid_t
    private var master: Int32
    private var slave: Int32

    init(
        _ arguments: [String], program: String = Jobtop.path, environment: [String: String], columns: UInt16 = 200,
        rows: UInt16 = 60
    ) throws {
        var (master, slave) = (Int32(-1), Int32(-1))
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        try #require(openpty(&master, &slave, nil, nil, &size) == 0)
        for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (self.master, self.slave) = (master, slave)
        let path = ttyname(slave).map { String(cString: $0) } ?? ""
        processID = try Child(program, arguments, environment: environment, terminal: path).processID
    }

    deinit { vanish() }

    /// Closes the terminal of the running program.
    func vanish() {
        for end in [master, slave] where end >= 0 { close(end) }
        (master, slave) = (-1, -1)
    }

    /// Requests the whole screen repeatedly until the program, blocked in the middle of a frame, reads no more keys.
    func block() {
        let isBlocked = waitUntil(within: 20) {
            type(0x0C)
            return !waitUntil(within: 0.5) { unread == 0 }
        }
        #expect(isBlocked)
    }

    /// Types a byte.
    func type(_ byte: UInt8) {
        var byte = byte
        _ = write(master, &byte, 1)
    }

    /// Typed bytes that the program has not read.
    var unread: Int32 {
        var count: Int32 = 0
        _ = ioctl(slave, UInt(FIONREAD), &count)
        return count
    }

    /// The modes that programs change.
    var modes: [UInt32] {
        var modes = termios()
        tcgetattr(slave, &modes)
        return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
    }

    /// The output that waits to be shown.
    ///
    /// - Parameter most: bytes to take at once; all of them by default.
    func output(most: Int = 65536) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: most)
        var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        while poll(&request, 1, 0) > 0, case let count = read(master, &buffer, buffer.count), count > 0 {
            bytes += buffer[..<count]
            if most < 65536 { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How the program ended, if it ends in time: its status, or 128 plus the signal's number.
    func end(within seconds: Double, kills: Bool = true) -> Int32? {
        var status: Int32 = 0
        guard waitUntil(within: seconds, { waitpid(processID, &status, WNOHANG) == processID }) else {
            guard kills else { return nil }
            kill(processID, SIGKILL)
            waitpid(processID, &status, 0)
            return nil
        }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
}

import Glibc

/// A command found in PATH and started without input; its output can be read.
package struct ChildProcess {
    /// The command could not be started or failed.
    package struct Failed: Error {
        let arguments: [String]
    }

    private let id: pid_t
    private let output: Int32

    /// Starts a command with its arguments.
    package init(_ arguments: [String]) throws {
        var pipe: [Int32] = [0, 0]
        guard Glibc.pipe(&pipe) == 0 else { throw SocketError(code: errno) }
        for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(pipe[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, pipe[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words = arguments.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var id = pid_t()
        guard posix_spawnp(&id, arguments[0], &actions, nil, &words, environ) == 0 else {
            close(pipe[0])
            throw Failed(arguments: arguments)
        }
        self.id = id
        output = pipe[0]
    }

    /// Whether a command of that name exists.
    package static func exists(_ name: String) -> Bool {
        (try? ChildProcess([name, "version"]))?.wait() == 0
    }

    /// The next line of output, or nil at its end.
    package func line() -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while read(output, &byte, 1) == 1, byte != UInt8(ascii: "\n") { bytes.append(byte) }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// Waits for the end; returns the exit status, or nil if a signal ended the command.
    @discardableResult
    package func wait() -> Int32? {
        while line() != nil {}
        close(output)
        var status: Int32 = 0
        waitpid(id, &status, 0)
        return status & 0x7F == 0 ? status >> 8 : nil
    }

    /// Ends the command and waits for it.
    package func stop() {
        // Tests run on threads that block the other signals, and a child inherits that.
        kill(id, SIGKILL)
        wait()
    }
}

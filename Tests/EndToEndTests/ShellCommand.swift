import Foundation
import Glibc
import Synchronization

/// A finished program.
struct ShellCommand {
    var output: String
    var errors: String
    var status: Int32

    /// Runs a program from the PATH, or at a path, without a terminal.
    @discardableResult
    static func run(
        _ program: String, _ arguments: [String], environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> ShellCommand {
        let child = try Child(program, arguments, environment: environment)
        let output = child.output.readToEnd()
        let errors = child.errors.readToEnd()
        return ShellCommand(output: output, errors: errors, status: child.wait())
    }
}

/// A running program; its output and errors are read through pipes, unless it gets a terminal.
///
/// Foundation's Process is not suitable: it passes on the signal mask of its thread, and a test's thread blocks most signals.
struct Child {
    let processID: pid_t
    let output: Stream
    let errors: Stream

    /// The program that could not be started.
    struct NotStarted: Error {
        var program: String
        var reason: String
    }

    /// Locked between creating a pipe and marking its ends, so that no other child starts then and inherits them.
    private static let starting = Mutex(())

    /// Starts the program, with the terminal at `terminal` as its controlling terminal if it is given.
    init(_ program: String, _ arguments: [String], environment: [String: String], terminal: String? = nil) throws {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // POSIX_SPAWN_SETSID of <spawn.h>, which Glibc does not import.
        let session: Int32 = terminal == nil ? 0 : 0x80
        posix_spawnattr_setflags(&attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | session))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let argv = ([program] + arguments).map { strdup($0) } + [nil]
        let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        (processID, output, errors) = try Self.starting.withLock { _ in
            let (output, errors) = (Stream.Ends(), Stream.Ends())
            // The first terminal that the leader of a session opens becomes its controlling terminal.
            posix_spawn_file_actions_addopen(&actions, 0, terminal ?? "/dev/null", terminal == nil ? O_RDONLY : O_RDWR, 0)
            posix_spawn_file_actions_adddup2(&actions, terminal == nil ? output.write : 0, 1)
            posix_spawn_file_actions_adddup2(&actions, terminal == nil ? errors.write : 0, 2)
            var processID = pid_t()
            let code = posix_spawnp(&processID, program, &actions, &attributes, argv, envp)
            close(output.write)
            close(errors.write)
            guard code == 0 else { throw NotStarted(program: program, reason: String(cString: strerror(code))) }
            return (processID, Stream(descriptor: output.read), Stream(descriptor: errors.read))
        }
    }

    /// Waits for the end and returns the exit status, or 128 plus the signal's number.
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(processID, &status, 0) < 0 && errno == EINTR {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }

    /// Ends the program at once, as a crash would.
    func kill() {
        Glibc.kill(processID, SIGKILL)
        _ = wait()
    }
}

/// The read end of a pipe.
struct Stream {
    let descriptor: Int32

    /// Both ends of a new pipe, which no other child inherits.
    struct Ends {
        let read: Int32
        let write: Int32

        init() {
            var ends: [Int32] = [-1, -1]
            _ = pipe(&ends)
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            (read, write) = (ends[0], ends[1])
        }
    }

    /// The next bytes; empty at the end.
    func read() -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        return Array(buffer.prefix(max(0, count)))
    }

    /// All text up to the end; closes the pipe.
    func readToEnd() -> String {
        var bytes: [UInt8] = []
        while case let more = read(), !more.isEmpty { bytes += more }
        close(descriptor)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The built program.
enum Jobtop {
    /// The path of the program, beside that of these tests; Debian's Foundation dies when it is asked for all bundles.
    static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "jobtop").path

    /// The path quoted for a shell, whatever characters the folder's name has.
    static let command = quoted(path)

    /// The text quoted as one word for a shell.
    static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}

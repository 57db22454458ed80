import FoundationEssentials
import Glibc

/// A program in a pseudo-terminal, measured from outside.
final class Program {
    /// The program could not be started.
    struct NotStarted: Error {
        let program: String
        let reason: String
    }

    private let processID: pid_t
    private let master: Int32
    private(set) var bytes = 0
    private(set) var isOver = false

    /// Starts a program, whose name is looked for on the PATH.
    init(_ words: [String], environment: [String: String], columns: UInt16 = 140, rows: UInt16 = 40) throws {
        var (master, slave) = (Int32(-1), Int32(-1))
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&master, &slave, nil, nil, &size) == 0, let name = ttyname(slave) else {
            throw NotStarted(program: words[0], reason: String(cString: strerror(errno)))
        }
        defer { close(slave) }
        for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        self.master = master
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // POSIX_SPAWN_SETSID of <spawn.h>, which Glibc does not import. The first terminal that the leader of a session opens
        // becomes its controlling terminal.
        posix_spawnattr_setflags(&attributes, 0x80)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        let argv = words.map { strdup($0) } + [nil]
        let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var child = pid_t()
        let code = posix_spawnp(&child, words[0], &actions, &attributes, argv, envp)
        guard code == 0 else { throw NotStarted(program: words[0], reason: String(cString: strerror(code))) }
        processID = child
    }

    /// Seconds of CPU that the process has used; without its children.
    var cpu: Double {
        var clock = clockid_t()
        guard clock_getcpuclockid(processID, &clock) == 0 else { return 0 }
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// A line of /proc/PID/status in MiB, such as RssAnon.
    func memory(_ field: String) -> Double {
        let status = (try? String(contentsOfFile: "/proc/\(processID)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("\(field):") }
        return (line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
    }

    /// Sends keys.
    func type(_ keys: String) {
        let bytes = Array(keys.utf8)
        _ = write(master, bytes, bytes.count)
    }

    /// The next output; empty when there is none for so many seconds.
    func output(within seconds: Double) -> [UInt8] {
        var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard !isOver, poll(&waiting, 1, Int32(max(0, seconds * 1000).rounded(.up))) > 0 else { return [] }
        var block = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(master, &block, block.count)
        // The terminal of a program that has ended reports an error.
        isOver = count <= 0
        bytes += max(0, count)
        return Array(block.prefix(max(0, count)))
    }

    /// Lets several programs run for a while, as terminals that read everything at once.
    static func watch(_ programs: [Program], seconds: Double) {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            var waiting = programs.map { pollfd(fd: $0.isOver ? -1 : $0.master, events: Int16(POLLIN), revents: 0) }
            poll(&waiting, nfds_t(waiting.count), 100)
            for (program, found) in zip(programs, waiting) where found.revents != 0 { _ = program.output(within: 0) }
        }
    }

    /// Ends the program; returns the seconds of CPU that it and all its children used.
    @discardableResult
    func end() -> Double {
        kill(processID, SIGTERM)
        let patience = ContinuousClock.now + .seconds(3)
        var (status, usage) = (Int32(), rusage())
        while wait4(processID, &status, WNOHANG, &usage) == 0 {
            if ContinuousClock.now > patience { kill(processID, SIGKILL) }
            _ = output(within: 0.01)
            if isOver { usleep(10_000) }
        }
        close(master)
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    private func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}

import Glibc
import Testing

@testable import Runtime

/// The effect of each signal, tested in separate processes, since handlers are global to a process.
struct SignalsTests {
    /// Waits until the descriptor is readable.
    private static func wait(for descriptor: Int32) {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&waiting, 1, 10_000) < 0 {}
    }

    @Test func aSignalIsReadAsItsNumber() async {
        await #expect(processExitsWith: .success) {
            let numbers = [
                SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGUSR1, SIGUSR2, SIGXCPU, SIGPWR, SIGVTALRM, SIGPROF, SIGIO,
                SIGSTKFLT, 34, 50, 64,
            ]
            let signals = try #require(caughtSignals())
            // The first that asks to leave would end the process a second later, in the middle of the others.
            signal(SIGALRM, SIG_IGN)
            for number in numbers {
                kill(getpid(), number)
                Self.wait(for: signals.readEnd)
                #expect(signals.drain() == [number])
                #expect(signals.drain() == [])
            }
        }
    }

    @Test func aSignalThatComesAfterwardsIsWrittenIntoNobodyElsesFile() async {
        await #expect(processExitsWith: .success) {
            var ends: [Int32] = [-1, -1]
            do {
                let signals = try #require(caughtSignals())
                #expect(signals.drain() == [])
            }
            // These descriptors would get the numbers of the first pipe.
            #expect(pipe(&ends) == 0)
            kill(getpid(), SIGTSTP)
            var waiting = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
            #expect(poll(&waiting, 1, 100) == 0)
        }
    }

    @Test func whatTheParentIgnoredStaysIgnored() async {
        await #expect(processExitsWith: .success) {
            signal(SIGHUP, SIG_IGN)
            let signals = try #require(caughtSignals())
            kill(getpid(), SIGHUP)
            kill(getpid(), SIGTERM)
            Self.wait(for: signals.readEnd)
            #expect(signals.drain() == [SIGTERM])
        }
    }

    @Test func aSignalThatSomebodyElseUsesIsLeftToThem() async {
        await #expect(processExitsWith: .success) {
            signal(SIGPROF) { _ in }
            let signals = try #require(caughtSignals())
            kill(getpid(), SIGPROF)
            kill(getpid(), SIGTERM)
            Self.wait(for: signals.readEnd)
            #expect(signals.drain() == [SIGTERM])
        }
    }

    @Test func aPipeThatNobodyReadsEndsNothing() async {
        await #expect(processExitsWith: .success) {
            _ = try #require(caughtSignals())
            var ends: [Int32] = [-1, -1]
            try #require(pipe(&ends) == 0)
            close(ends[0])
            // The threads of tests block the signal.
            var signals = sigset_t()
            sigemptyset(&signals)
            sigaddset(&signals, SIGPIPE)
            pthread_sigmask(SIG_UNBLOCK, &signals, nil)
            #expect(write(ends[1], "a", 1) == -1 && errno == EPIPE)
        }
    }

    @Test func aProcessDiesOfTheSignalThatAskedItToLeave() async {
        await #expect(processExitsWith: .signal(SIGTERM)) {
            _ = try #require(caughtSignals())
            Signals.die(of: SIGTERM)
        }
    }

    /// Otherwise a log or a fetch under ulimit(1) would end the program without restoring the terminal.
    @Test func aFileThatMayGrowNoFurtherIsAnErrorOfTheWrite() async {
        await #expect(processExitsWith: .success) {
            _ = try #require(caughtSignals())
            // The threads of tests block the signal.
            var signals = sigset_t()
            sigemptyset(&signals)
            sigaddset(&signals, SIGXFSZ)
            pthread_sigmask(SIG_UNBLOCK, &signals, nil)
            var limit = rlimit(rlim_cur: 2, rlim_max: 2)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            let folder = Folder()
            let file = open(folder.path + "/file", O_WRONLY | O_CREAT, 0o600)
            #expect(write(file, "abc", 3) == 2)
            #expect(write(file, "c", 1) == -1 && errno == EFBIG)
        }
    }
}

import Glibc
import Testing

@testable import Runtime

/// What becomes of a signal; each in a process of its own, for handlers are the process's.
struct SignalsTests {
    /// Waits until something can be read.
    private static func wait(for descriptor: Int32) {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&waiting, 1, 10_000) < 0 {}
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP])
    func aSignalIsReadAsItsNumber(_ number: Int32) async {
        await #expect(processExitsWith: .success) { [number] in
            let signals = try #require(caughtSignals())
            kill(getpid(), number)
            Self.wait(for: signals.readEnd)
            #expect(signals.drain() == [number])
            #expect(signals.drain() == [])
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

    @Test func aProcessDiesOfTheSignalThatAskedItToLeave() async {
        await #expect(processExitsWith: .signal(SIGTERM)) {
            _ = try #require(caughtSignals())
            Signals.die(of: SIGTERM)
        }
    }
}

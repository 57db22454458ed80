import Dashboard
import Glibc
import Intuned
import Synchronization
import Testing
import TextScreen

@testable import Runtime

/// The event loop between a terminal with a scripted user and a platform that never answers.
struct EventLoopTests {
    /// Runs the loop to its end.
    private func run(
        _ mailbox: Mailbox, signals: Signals, _ user: @escaping (RecordingTerminal.Deed) -> [TerminalInput]
    ) throws -> (departure: Departure, terminal: RecordingTerminal) {
        let terminal = try #require(RecordingTerminal(user: user))
        let platform = StandInPlatform.silent
        defer { platform.release() }
        let runner = EffectRunner(clients: [.first: platform.client], transport: platform, mailbox: mailbox)
        let loop = EventLoop(terminal: terminal, mailbox: mailbox, signals: signals, runner: runner)
        let start = State(settings: Settings(profile: ProfileSettings(project: "my-project")), size: terminal.size, now: .now)
        return (loop.run(from: start), terminal)
    }

    @Test func keysGoInAndFramesComeOut() async {
        await #expect(processExitsWith: .success) {
            let (mailbox, signals) = (try #require(Mailbox()), try #require(caughtSignals()))
            var answers: [TerminalInput] = [.key(.character("?")), .key(.escape), .key(.character("q"))]
            let (departure, terminal) = try EventLoopTests().run(mailbox, signals: signals) { deed in
                guard case .painted = deed else { return [] }
                return [answers.removeFirst()]
            }
            #expect(departure == .quit)
            #expect(terminal.frames.map { $0.picture.contains("Keys on this page") } == [false, true, false])
        }
    }

    @Test func allThatWaitsIsTakenInBeforeOneFrameIsDrawn() async {
        await #expect(processExitsWith: .success) {
            let (mailbox, signals) = (try #require(Mailbox()), try #require(caughtSignals()))
            let waiting = Array(repeating: [TerminalInput.key(.character("?")), .key(.escape)], count: 50).flatMap { $0 }
            var answers = [waiting + [.key(.character("?"))], [.key(.character("q"))]]
            let (departure, terminal) = try EventLoopTests().run(mailbox, signals: signals) { deed in
                guard case .painted = deed else { return [] }
                for _ in 0..<50 { mailbox.post(.timePassed) }
                return answers.removeFirst()
            }
            #expect(departure == .quit)
            #expect(terminal.frames.map { $0.picture.contains("Keys on this page") } == [false, true])
        }
    }

    @Test func whatChangesNothingVisiblePaintsNothing() async {
        await #expect(processExitsWith: .success) {
            let (mailbox, signals) = (try #require(Mailbox()), try #require(caughtSignals()))
            var keys = 500
            let (departure, terminal) = try EventLoopTests().run(mailbox, signals: signals) { deed in
                guard deed == .read || keys == 500 else { return [] }
                keys -= 1
                return [.key(.character(keys > 0 ? "Q" : "q"))]
            }
            #expect(departure == .quit)
            #expect(terminal.deeds.count { $0 == .read } >= 500)
            #expect(zip(terminal.frames, terminal.frames.dropFirst()).allSatisfy { $0 != $1 })
        }
    }

    @Test func aTerminalThatIsGoneEndsTheLoop() async {
        await #expect(processExitsWith: .success) {
            let (mailbox, signals) = (try #require(Mailbox()), try #require(caughtSignals()))
            let (departure, terminal) = try EventLoopTests().run(mailbox, signals: signals) { deed in
                guard case .painted = deed else { return [] }
                return [.key(.character("j")), .closed]
            }
            #expect(departure == .terminalLost)
            #expect(terminal.frames.count == 1)
        }
    }

    @Test func aStopFromOutsideGivesTheTerminalBackAndDrawsItAnew() async {
        await #expect(processExitsWith: .success) {
            let (mailbox, signals) = (try #require(Mailbox()), try #require(caughtSignals()))
            var isRedrawn = false
            let (departure, terminal) = try EventLoopTests().run(mailbox, signals: signals) { deed in
                switch deed {
                case .painted where isRedrawn: return [.key(.character("q"))]
                case .painted: kill(getpid(), SIGTSTP)
                case .redrawn: isRedrawn = true
                case .read, .copied, .alerted, .titled, .mouse, .suspended, .reclaimed, .closed: break
                }
                return []
            }
            #expect(departure == .quit)
            let essence = terminal.deeds.filter { $0 == .suspended || $0 == .redrawn }
            #expect(essence.suffix(1) == [.redrawn])
            #expect(essence.contains(.suspended))
            guard case .painted = terminal.deeds.last(where: { $0 != .read }) else {
                Issue.record("nothing was painted at the end")
                return
            }
        }
    }

    @Test func whoGoesOnAfterAStopFromOutsideTakesTheTerminalAndDrawsItAnew() async {
        await #expect(processExitsWith: .success) {
            let (mailbox, signals) = (try #require(Mailbox()), try #require(caughtSignals()))
            let (departure, terminal) = try EventLoopTests().run(mailbox, signals: signals) { deed in
                switch deed {
                case .painted: kill(getpid(), SIGCONT)
                case .redrawn: return [.key(.character("q"))]
                case .read, .copied, .alerted, .titled, .mouse, .suspended, .reclaimed, .closed: break
                }
                return []
            }
            #expect(departure == .quit)
            let essence = terminal.deeds.filter { $0 == .suspended || $0 == .reclaimed || $0 == .redrawn }
            #expect(essence.prefix(2) == [.reclaimed, .redrawn])
            #expect(!essence.contains(.suspended))
        }
    }

    @Test func whatIsPastedPressesNoKey() async {
        await #expect(processExitsWith: .success) {
            let (mailbox, signals) = (try #require(Mailbox()), try #require(caughtSignals()))
            var answers: [TerminalInput] = [.pasted("?q"), .key(.character("q"))]
            let (departure, terminal) = try EventLoopTests().run(mailbox, signals: signals) { deed in
                guard case .painted = deed else { return [] }
                return [answers.removeFirst()]
            }
            #expect(departure == .quit)
            #expect(answers == [])
            #expect(!terminal.frames.contains { $0.picture.contains("Keys on this page") })
        }
    }

    @Test func mouseIsSwitchedByAKeyAndThenHeard() async {
        await #expect(processExitsWith: .success) {
            let (mailbox, signals) = (try #require(Mailbox()), try #require(caughtSignals()))
            let crumb = MouseEvent(.press, column: 2, row: 0)
            var answers: [TerminalInput] = [.key(.character("m")), .key(.character("?")), .mouse(crumb), .key(.character("q"))]
            let (departure, terminal) = try EventLoopTests().run(mailbox, signals: signals) { deed in
                guard case .painted = deed else { return [] }
                return [answers.removeFirst()]
            }
            #expect(departure == .quit)
            #expect(terminal.deeds.contains(.mouse(true)))
            #expect(terminal.frames.map { $0.picture.contains("The mouse selects and") } == [false, true, false, false])
            #expect(terminal.frames.map { $0.picture.contains("Keys on this page") } == [false, false, true, false])
        }
    }

    @Test func aSignalThatAsksToLeaveEndsTheLoop() async {
        await #expect(processExitsWith: .success) {
            for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGPWR, 40] {
                let (mailbox, signals) = (try #require(Mailbox()), try #require(caughtSignals()))
                // The first would end the process a second later, in the middle of the others.
                signal(SIGALRM, SIG_IGN)
                let (departure, _) = try EventLoopTests().run(mailbox, signals: signals) { deed in
                    if case .painted = deed { kill(getpid(), number) }
                    return []
                }
                #expect(departure == .signal(number))
            }
        }
    }
}

import Testing
import TextScreen

@testable import NcursesTerminal

extension CursesTests {
    @Suite struct AnnouncementTests {
        @Test func titleIsSetOverTheFormerOneWhichComesBack() throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            terminal.paint(Canvas(size: terminal.size))
            _ = pty.output()
            terminal.announce(Announcement(title: "jobtop: 1 problem"))
            #expect(pty.output() == "\u{1B}[22;0t\u{1B}]2;jobtop: 1 problem\u{7}")
            terminal.announce(Announcement(title: "jobtop: 2 problems"))
            #expect(pty.output() == "\u{1B}]2;jobtop: 2 problems\u{7}")
            terminal.close()
            #expect(pty.output().hasPrefix("\u{1B}[23;0t"))
        }

        @Test func terminalWithoutATitleIsLeftAsItIs() throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            terminal.paint(Canvas(size: terminal.size))
            terminal.close()
            #expect(!pty.output().contains("\u{1B}[23;0t"))
        }

        @Test func notificationRingsAndIsSentInBothKinds() throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            defer { terminal.close() }
            terminal.announce(Announcement(title: "jobtop", text: "a: failed"))
            let sent = pty.output()
            #expect(sent.contains("\u{7}\u{1B}]9;jobtop: a: failed\u{7}\u{1B}]777;notify;jobtop;a: failed\u{7}"))
        }

        @Test func tmuxGetsItInItsEnvelope() throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open(term: "tmux-256color")
            defer { terminal.close() }
            terminal.announce(Announcement(title: "t", text: "x"))
            #expect(pty.output().contains("\u{1B}Ptmux;\u{1B}\u{1B}]9;t: x\u{7}\u{1B}\\"))
        }

        @Test(arguments: ["linux", "vt100", "screen"]) func consoleOnlyRings(term: String) throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open(term: term)
            defer { terminal.close() }
            _ = pty.output()
            terminal.announce(Announcement(title: "t"))
            #expect(pty.output() == "")
            terminal.announce(Announcement(title: "t", text: "x"))
            #expect(pty.output() == "\u{7}")
        }

        @Test func foreignTextEndsNoControlString() throws {
            let pty = try PseudoTerminal()
            let terminal = try pty.open()
            defer { terminal.close() }
            _ = pty.output()
            terminal.announce(Announcement(title: "a\u{7}\u{1B}]0;evil\u{9C};b", text: String(repeating: "x", count: 1000)))
            let sent = pty.output()
            #expect(!sent.contains("\u{1B}]0;"))
            #expect(sent.filter { $0 == "\u{7}" }.count == 4)
            #expect(!sent.contains(String(repeating: "x", count: 201)))
        }
    }
}

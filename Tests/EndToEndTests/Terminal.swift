import Foundation
import Glibc
import Testing

/// A real terminal (tmux on its own socket) that runs a program, for tests in the user's terms.
final class Terminal {
    private let socket: String
    private let folder: URL

    /// Opens a terminal of the given size in an empty folder and starts a shell command in it.
    init(columns: Int = 120, rows: Int = 40, environment: [String: String] = [:], running command: String) throws {
        // The folder of a clone may have blanks in its name.
        try #require(!command.replacing(Jobtop.command, with: "").contains(Jobtop.path), "The program's path needs quotes.")
        folder = FileManager.default.temporaryDirectory.appending(path: "jobtop-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        socket = folder.appending(path: "tmux").path
        let variables = environment.map { "\($0.key)=\(Jobtop.quoted($0.value))" }.sorted().joined(separator: " ")
        try tmux(
            "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", folder.path,
            "exec env \(variables) sh -c \(Jobtop.quoted(command))", ";", "set", "-g", "remain-on-exit", "on", ";", "set", "-g",
            "escape-time", "0", ";", "set", "-s", "set-clipboard", "on", ";", "set", "-s", "buffer-limit", "10000")
    }

    deinit {
        let process = "/proc/\(processID)/stat"
        _ = try? tmux("kill-server")
        // A program that is leaving may still write a file.
        _ = waitUntil(within: 2) { (try? String(contentsOfFile: process, encoding: .utf8))?.contains(") Z ") ?? true }
        try? FileManager.default.removeItem(at: folder)
    }

    /// The folder in which the program was started.
    var workingFolder: URL { folder }

    /// The text of the screen, without colors.
    var screen: String { (try? tmux("capture-pane", "-p")) ?? "" }

    /// The text of the screen, with the sequences for its look.
    var screenWithAttributes: String { (try? tmux("capture-pane", "-p", "-e")) ?? "" }

    /// All texts that were put on the clipboard, the newest first.
    var clipboardHistory: String {
        let file = folder.appending(path: "clipboard")
        defer { try? FileManager.default.removeItem(at: file) }
        var names = (try? tmux("list-buffers", "-F", "#{buffer_name}"))?.split(separator: "\n").map(String.init)[...] ?? []
        // tmux takes at most 16 kB of commands at once.
        while !names.isEmpty {
            let commands = names.prefix(50).map { ["save-buffer", "-a", "-b", $0, file.path, ";"] }
            _ = try? tmux(Array(commands.joined()))
            names = names.dropFirst(50)
        }
        return (try? String(decoding: Data(contentsOf: file), as: UTF8.self)) ?? ""
    }

    /// The process that the terminal runs.
    var processID: Int32 {
        (try? tmux("display", "-p", "#{pane_pid}")).flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) } ?? 0
    }

    /// The title of the terminal's window.
    var title: String { ((try? tmux("display", "-p", "#{pane_title}")) ?? "").trimmingCharacters(in: .whitespacesAndNewlines) }

    /// Whether buttons of the mouse are reported, and whether with decimal numbers: `1 1`.
    var mouseModes: String {
        ((try? tmux("display", "-p", "#{mouse_standard_flag} #{mouse_sgr_flag}")) ?? "")
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Whether the alternate screen is on, which full-screen programs use.
    var isAlternate: Bool { (try? tmux("display", "-p", "#{alternate_on}"))?.first == "1" }

    /// Presses keys, by tmux's names: `j`, `Enter`, `Escape`, `C-c`.
    func press(_ keys: String...) {
        for key in keys { _ = try? tmux("send-keys", key) }
    }

    /// Types text literally.
    func type(_ text: String) { _ = try? tmux("send-keys", "-l", text) }

    /// Pastes text, as a terminal does for a program that enabled bracketed paste.
    func paste(_ text: String) { _ = try? tmux("set-buffer", "--", text, ";", "paste-buffer", "-p", "-r") }

    /// Resizes the terminal.
    func resize(columns: Int, rows: Int) { _ = try? tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)") }

    /// Closes the terminal of the running program.
    func vanish() { _ = try? tmux("kill-server") }

    /// Waits until the screen shows a text.
    func expect(_ text: String, within seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation) {
        expect("the screen shows “\(text)”", within: seconds, sourceLocation: sourceLocation) { $0.contains(text) }
    }

    /// Waits until `isTrue` returns true for the screen.
    func expect(
        _ what: String, within seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation, _ isTrue: (String) -> Bool
    ) {
        var last = ""
        let came = waitUntil(within: seconds) {
            last = screen
            return isTrue(last)
        }
        #expect(came, "\(what); it shows\n\(last)", sourceLocation: sourceLocation)
    }

    @discardableResult
    private func tmux(_ arguments: String...) throws -> String { try tmux(arguments) }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        try ShellCommand.run("tmux", ["-S", socket] + arguments).output
    }
}

/// Repeats `isTrue` until it returns true; returns false if it does not in time.
func waitUntil(within seconds: Double, _ isTrue: () -> Bool) -> Bool {
    let deadline = Date().addingTimeInterval(seconds)
    while !isTrue() {
        guard Date() < deadline else { return false }
        _ = poll(nil, 0, 15)
    }
    return true
}

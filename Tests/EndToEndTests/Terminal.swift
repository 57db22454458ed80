import Foundation
import Glibc
import Testing

/// A real terminal (tmux on a socket of its own) with a program in it, for tests that speak the user's language.
final class Terminal {
    private let socket: String
    private let folder: URL

    /// Opens a terminal of a size in an empty folder and starts a shell command in it.
    init(columns: Int = 120, rows: Int = 40, environment: [String: String] = [:], running command: String) throws {
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
        _ = try? tmux("kill-server")
        try? FileManager.default.removeItem(at: folder)
    }

    /// The folder in which the program was started.
    var workingFolder: URL { folder }

    /// What stands on the screen, without colours.
    var screen: String { (try? tmux("capture-pane", "-p")) ?? "" }

    /// What stands on the screen, with the sequences that give it its looks.
    var screenWithAttributes: String { (try? tmux("capture-pane", "-p", "-e")) ?? "" }

    /// All that was ever put on the clipboard, the newest first.
    var clipboardHistory: String {
        let file = folder.appending(path: "clipboard")
        defer { try? FileManager.default.removeItem(at: file) }
        var names = (try? tmux("list-buffers", "-F", "#{buffer_name}"))?.split(separator: "\n").map(String.init)[...] ?? []
        // tmux takes no more than 16 kB of commands at once.
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

    /// What the terminal's window is called.
    var title: String { ((try? tmux("display", "-p", "#{pane_title}")) ?? "").trimmingCharacters(in: .whitespacesAndNewlines) }

    /// Whether the alternate screen is on, as it is while a full-screen program runs.
    var isAlternate: Bool { (try? tmux("display", "-p", "#{alternate_on}"))?.first == "1" }

    /// Presses keys, by tmux's names: `j`, `Enter`, `Escape`, `C-c`.
    func press(_ keys: String...) {
        for key in keys { _ = try? tmux("send-keys", key) }
    }

    /// Types text as it stands.
    func type(_ text: String) { _ = try? tmux("send-keys", "-l", text) }

    /// Pastes text, as a terminal does for a program that asked to be told of it.
    func paste(_ text: String) { _ = try? tmux("set-buffer", "--", text, ";", "paste-buffer", "-p", "-r") }

    /// Gives the terminal another size.
    func resize(columns: Int, rows: Int) { _ = try? tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)") }

    /// Takes the terminal away from its program.
    func vanish() { _ = try? tmux("kill-server") }

    /// Waits until the screen shows a text.
    func expect(_ text: String, within seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation) {
        expect("the screen shows “\(text)”", within: seconds, sourceLocation: sourceLocation) { $0.contains(text) }
    }

    /// Waits until the screen is as it should be.
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

/// Asks again and again until something is true; false when it does not become so in time.
func waitUntil(within seconds: Double, _ isTrue: () -> Bool) -> Bool {
    let deadline = Date().addingTimeInterval(seconds)
    while !isTrue() {
        guard Date() < deadline else { return false }
        _ = poll(nil, 0, 15)
    }
    return true
}

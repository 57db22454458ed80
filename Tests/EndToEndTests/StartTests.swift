import Foundation
import Testing

/// An error before the start is one sentence and status 2.
@Suite struct StartTests {
    private static let complete = [
        "INTUNED_API_KEY": "key", "INTUNED_WORKSPACE_ID": "123e4567-e89b-12d3-a456-426614174000", "INTUNED_PROJECT": "shop",
        "TERM": "xterm",
    ]

    private func start(_ arguments: [String] = [], without variable: String? = nil, with more: [String: String] = [:]) throws
        -> ShellCommand
    {
        var environment = Self.complete.merging(more) { $1 }
        if let variable { environment[variable] = nil }
        // script(1) gives the program a terminal, so that it reads its configuration; its folder has no settings file.
        let line = ([Jobtop.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
        environment["PATH"] = "/usr/bin:/bin"
        return try ShellCommand.run("env", ["-C", "/", "script", "-qec", line, "/dev/null"], environment: environment)
    }

    @Test(arguments: ["INTUNED_API_KEY", "INTUNED_WORKSPACE_ID", "INTUNED_PROJECT"]) func whatIsMissingIsNamed(variable: String)
        throws
    {
        let ended = try start(without: variable)
        #expect(ended.status == 2)
        #expect(ended.output.contains(variable))
        #expect(ended.output.split(separator: "\n").count == 1)
    }

    @Test func aPlainAddressThatWouldShowTheKeyIsRefused() throws {
        let ended = try start(["--base-url", "http://intuned.example.com/api"])
        #expect(ended.status == 2)
        #expect(ended.output.contains("--insecure-http"))
    }

    @Test func anUnknownOptionIsNamed() throws {
        let ended = try start(["--colour"])
        #expect(ended.status == 2)
        #expect(ended.output.contains("--colour"))
    }

    /// A shell passes an empty argument for a variable that is not set.
    @Test(arguments: [
        ([""], "JOB"), (["nightly-prices", ""], "RUN"), (["--project", ""], "--project"),
        (["--results-dir", ""], "--results-dir"), (["--log", ""], "--log"),
    ])
    func anEmptyArgumentIsNamed(arguments: [String], name: String) throws {
        let ended = try start(arguments)
        #expect(ended.status == 2)
        #expect(ended.output.contains("\(name) is empty. Give it a value or leave it out."))
    }

    @Test func aNumberBelowZeroIsNoOption() throws {
        let ended = try start(["--interval", "-1"])
        #expect(ended.status == 2)
        #expect(ended.output.contains("--interval must be 1 to 3600 seconds, not -1.0."))
    }

    @Test(arguments: ["dumb", ""]) func aTerminalWithoutAScreenIsNamed(kind: String) throws {
        let ended = try start(with: ["TERM": kind])
        #expect(ended.status == 2)
        #expect(ended.output.contains("TERM"))
        #expect(!ended.output.contains("\u{1B}"))
    }

    @Test(arguments: ["/no/such/folder/log", "/dev", "/dev/null"]) func aLogThatCannotBeWrittenIsNamed(path: String) throws {
        let ended = try start(["--log", path])
        #expect(ended.status == 2)
        #expect(ended.output.contains("the log \(path) cannot be written"))
    }

    /// A name must not control the terminal.
    @Test func whatIsNamedMovesNoTerminal() throws {
        let name = "jobtop-\(UUID().uuidString)-\u{1B}]0;evil\u{7}\u{9B}31m"
        let folder = FileManager.default.temporaryDirectory.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("[1]".utf8).write(to: folder.appending(path: "Intuned.json"))
        let environment = Self.complete.merging(["PATH": "/usr/bin:/bin", "INTUNED_PROJECT": "", "LC_ALL": "C.UTF-8"]) { $1 }
        let line = ["-C", folder.path, "script", "-qec", Jobtop.command, "/dev/null"]
        let ended = try ShellCommand.run("env", line, environment: environment)
        #expect(ended.status == 2)
        #expect(ended.output.contains("cannot use the settings file"))
        // script(1) puts a carriage return before each newline.
        let scalars = ended.output.replacing("\r\n", with: "\n").unicodeScalars
        #expect(!scalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
        let argument = try ShellCommand.run(Jobtop.path, ["--b\u{7}ad\u{1B}[31m"], environment: ["LC_ALL": "C.UTF-8"])
        #expect(argument.status == 2)
        #expect(argument.errors.contains("ad"))
        #expect(!argument.errors.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }

    @Test func withoutATerminalItSaysSo() throws {
        let ended = try ShellCommand.run(Jobtop.path, ["--demo"])
        #expect(ended.status == 2)
        #expect(ended.errors.contains("not a terminal"))
        #expect(ended.output.isEmpty)
    }

    @Test(arguments: ["</dev/null", "<&-", ":|"]) func anInputThatIsAtItsEndIsNamed(input: String) throws {
        let line = input == ":|" ? ": | '\(Jobtop.path)' --demo" : "'\(Jobtop.path)' --demo \(input)"
        let environment = ["TERM": "xterm", "PATH": "/usr/bin:/bin"]
        let ended = try ShellCommand.run("script", ["-qec", line, "/dev/null"], environment: environment)
        #expect(ended.status == 2)
        #expect(ended.output.contains("standard input is not a terminal"))
        #expect(!ended.output.contains("\u{1B}"))
    }

    @Test func versionAndHelpGoToTheOutput() throws {
        let version = try ShellCommand.run(Jobtop.path, ["--version"])
        #expect(version.output.hasPrefix("jobtop "))
        let help = try ShellCommand.run(Jobtop.path, ["--help"])
        #expect(help.status == 0)
        for option in ["--workspace", "--project", "--base-url", "--interval", "--demo", "--ascii", "--api-key-file", "--log"] {
            #expect(help.output.contains(option))
        }
    }
}

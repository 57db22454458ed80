import Foundation
import Glibc
import Testing

/// Ids completed by real shells: from what commands have seen, without a request, a key or a message.
@Suite(.serialized) struct CompletionTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "complete-\(UUID().uuidString)")
    private var file: URL { folder.appending(path: "jobtop/seen.json") }

    private static func isInstalled(_ shell: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\(shell)")
    }

    /// A shell's own surroundings: no key, no platform.
    private var environment: [String: String] {
        let programs = URL(filePath: Jobtop.path).deletingLastPathComponent().path
        return [
            "PATH": "\(programs):/usr/bin:/bin", "HOME": folder.path, "XDG_STATE_HOME": folder.path, "LANG": "C.UTF-8",
            "TERM": "xterm",
        ]
    }

    /// Keeps a file as jobtop writes it.
    private func keep(_ jobs: String) throws {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        let text = #"{"projects":[{"workspace":"w","project":"p","seen":1,"jobs":[\#(jobs)]}]}"#
        try Data(text.utf8).write(to: file)
    }

    private func script(_ shell: String) throws -> String {
        let script = folder.appending(path: shell == "zsh" ? "_jobtop" : shell)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(ShellCommand.run(Jobtop.path, ["--generate-completion-script", shell]).output.utf8).write(to: script)
        return script.path
    }

    /// What a shell's terminal shows when a line is typed and completed, as soon as it shows some words.
    private func shown(_ line: String, in shell: String, until words: [String]) throws -> String {
        let script = try script(shell)
        let start = ["bash": "bash --norc -i", "zsh": "zsh -f -i", "fish": "fish --no-config --private"]
        let terminal = try Terminal(environment: environment, running: "exec \(start[shell] ?? shell)")
        let find = "fpath=('\(folder.path)' $fpath); autoload -Uz compinit; compinit -u -D"
        let source = "source '\(script)'"
        // bash writes its history while the folder is removed.
        let read = ["zsh": find, "bash": "unset HISTFILE; \(source)"][shell] ?? source
        terminal.type("\(read); echo rea''dy")
        terminal.press("Enter")
        terminal.expect("ready")
        terminal.type("\(line) ")
        terminal.press("Tab", "Tab")
        var last = ""
        terminal.expect(words.joined(separator: ", ")) { screen in
            last = screen
            return words.allSatisfy { screen.contains($0) }
        }
        return last
    }

    @Test func commandsKeepWhatTheyHaveSeen() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let platform = try Platform(speed: 1)
        let environment = platform.environment.merging(self.environment) { $1 }
        func run(_ arguments: String...) throws -> String {
            let ended = try ShellCommand.run(Jobtop.path, arguments, environment: environment)
            #expect(ended.errors == "")
            return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        }
        #expect(try run("jobs", "--fields", "job").contains(#"{"id":"news-archive","isPaused":false}"#))
        #expect(try run("runs", "news-archive", "--limit", "2").contains(#""id":"news-archive","isPaused":false,"runs":[{"#))
        #expect(try run("pause", "supplier-onboarding", "--yes").contains(#""id":"supplier-onboarding","isPaused":true"#))
        let all = try run("problems")
        #expect(all.matches(of: /"runs":\[\{/).count == 15)
        let arguments = ["---completion", "resume", "--", "positional@0", "2", "0", "jobtop", "resume", ""]
        let offered = try ShellCommand.run(Jobtop.path, arguments, environment: self.environment).output
        #expect(offered.split(separator: "\n").contains("supplier-onboarding"))
    }

    @Test func simulatorInTheProgramKeepsNothing() throws {
        #expect(try ShellCommand.run(Jobtop.path, ["jobs", "--demo"], environment: environment).status == 0)
        let terminal = try Terminal(environment: environment, running: "exec \(Jobtop.command) --demo")
        terminal.expect("LAST RUNS")
        terminal.press("q")
        terminal.expect("the program is gone") { _ in !terminal.isAlternate }
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test(arguments: ["bash", "fish", "zsh"].filter(isInstalled)) func shellOffersJobsAndRuns(shell: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try keep(
            #"{"id":"late","isPaused":true},{"id":"early","runs":[{"id":"new-run","status":"PENDING"},{"id":"old-run","status":"SUCCESS"}]}"#
        )
        _ = try shown("jobtop runs", in: shell, until: ["early", "late"])
        _ = try shown("jobtop", in: shell, until: ["early", "late", "problems", "watch"])
        #expect(try !shown("jobtop early", in: shell, until: ["old-run", "new-run"]).contains("last-good"))
        _ = try shown("jobtop run early", in: shell, until: ["last-good", "latest", "old-run", "new-run"])
        #expect(try !shown("jobtop terminate early", in: shell, until: ["latest", "new-run"]).contains("old-run"))
        #expect(try !shown("jobtop resume", in: shell, until: ["resume late"]).contains("early"))
    }

    @Test(arguments: ["bash", "fish", "zsh"].filter(isInstalled)) func hostileIDIsNeitherOfferedNorRun(shell: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let mark = folder.appending(path: "mark").path
        let hostile = ["$(touch \(mark))", "`touch \(mark)`", "a';touch \(mark);'", "a b", #"a\nb"#, #"a\u001b[2J"#]
        try keep((hostile + ["good"]).map { #"{"id":"\#($0)"}"# }.joined(separator: ","))
        #expect(try !shown("jobtop runs", in: shell, until: ["runs good"]).contains("touch"))
        #expect(!FileManager.default.fileExists(atPath: mark))
    }

    @Test(arguments: ["", "{", #"{"projects":7}"#]) func brokenFileIsSilent(text: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try keep("")
        try Data(text.utf8).write(to: file)
        let arguments = ["---completion", "runs", "--", "positional@0", "2", "0", "jobtop", "runs", ""]
        let ended = try ShellCommand.run(Jobtop.path, arguments, environment: environment)
        #expect([ended.output, ended.errors] == ["", ""])
        // A script of another version may ask for what is not there.
        let unknown = try ShellCommand.run(Jobtop.path, ["---completion", "none", "--", "x"], environment: environment)
        #expect([unknown.output, unknown.errors] == ["", ""])
    }
}

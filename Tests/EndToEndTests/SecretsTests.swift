import Foundation
import Glibc
import Simulator
import Testing

/// Nothing that a session shows or leaves behind contains a secret, unless the user asked for it.
@Suite(.serialized) struct SecretsTests {
    @Test(arguments: ["demo", "failing", "strange"]) func noArtefactOfASessionHoldsASecret(world: String) throws {
        let platform = try Platform(world: world)
        let terminal = try Terminal(
            columns: 200, rows: 60, environment: platform.environment,
            running: "XDG_STATE_HOME=$PWD/state exec \(Jobtop.command) --log session.log 2>session.errors")
        terminal.expect("LAST RUNS")
        let process = "/proc/\(terminal.processID)"
        let commandLine = try text(of: "\(process)/cmdline")
        #expect(commandLine.contains("--log"))
        var session = Session(terminal)
        session.artefacts.add("the command line", commandLine)
        session.artefacts.add("the environment", try text(of: "\(process)/environ"))
        session.see("jobs")
        if world == "demo" {
            terminal.openJob("nightly")
            terminal.press("/")
            terminal.type("success")
            terminal.expect("“success” shows")
            terminal.press("Enter", "Enter")
            session.lookAtRun("nightly-prices")
            terminal.press("Escape", "Escape", "Escape", "Escape")
            terminal.expect("LAST RUNS")
        }
        // The moment decides which runs have failed items.
        func isEnough(_ job: Int) -> Bool {
            job > 6 && (world != "failing" || session.artefacts.names.contains { $0.hasSuffix("failures") })
        }
        for job in 1...14 where !isEnough(job) { session.look(at: job) }
        terminal.press("q")
        terminal.expect("the program is gone") { _ in !terminal.isAlternate }
        session.see("what is left")
        let copied = terminal.clipboardHistory
        session.artefacts.add("the clipboard", copied, isOwnData: true)
        try session.addFiles()
        session.artefacts.add("ids", try Data(contentsOf: terminal.workingFolder.appending(path: "state/jobtop/seen.json")))

        let key = try #require(platform.environment["INTUNED_API_KEY"])
        let requests = String(decoding: platform.body(at: "http://127.0.0.1:\(platform.port)/simulator/requests"), as: UTF8.self)
        let signatures = Self.signatures(in: requests)
        #expect(session.artefacts.leaks(of: World.secrets + [key] + signatures) == [])
        #expect(world == "strange" || !signatures.isEmpty)
        let traces = Self.signatures(in: copied)
        #expect(session.artefacts.leaks(of: traces, inOwnData: false) == [])
        #expect(world != "failing" || !traces.isEmpty)
        // A copied branch hides only its secrets and keeps the rest.
        #expect(world != "demo" || copied.contains("••••"))
        #expect(session.errors == "")
        expectAllPages(of: session, world)
        try expectLog(of: terminal, world)
    }

    /// Expects all pages, without which a session would prove nothing.
    private func expectAllPages(of session: Session, _ world: String) {
        let names = session.artefacts.names
        let pages = ["jobs", "runs", "run", "configuration", "session.log", "session.errors"]
        let results = ["items", "item", "bytes as text", "bytes", ".jsonl", ".all.jsonl", ".all.csv"]
        let failures = ["failures", "trace of an item"]
        for part in pages + (world == "strange" ? [] : results) + (world == "failing" ? failures : []) {
            #expect(names.contains { $0.hasSuffix(part) }, "no \(part) among \(names)")
        }
    }

    private func expectLog(of terminal: Terminal, _ world: String) throws {
        let log = try text(of: terminal.workingFolder.appending(path: "session.log").path)
        #expect(!log.contains("?"))
        let line = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z GET 127\.0\.0\.1:\d+(\/\S*)? (\d{3}|[a-z-]+) \d+ ms \d+ B/
        #expect(log.split(separator: "\n").count > 2)
        #expect(log.split(separator: "\n").allSatisfy { $0.wholeMatch(of: line) != nil })
        // For the store the log has only the host, because its URLs are signed.
        #expect(world == "strange" || log.contains(/GET 127\.0\.0\.1:\d+ 200/), "nothing was fetched:\n\(log)")
        let mode = try FileManager.default.attributesOfItem(atPath: "\(terminal.workingFolder.path)/session.log")[
            .posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    /// The signatures of URLs: of results files in requests, of traces and logs in items.
    private static func signatures(in text: String) -> [String] {
        text.matches(of: /X-Amz-Signature=([0-9a-f]{64})/).map { String($0.1) }
    }

    @Test(arguments: [
        "key in1_7c1e5b9ad04f4c36", "│ key in1_7c1e5b9a… │", "│ 7c1e5b9a │\n│ d04f4c36b8e2 │",
    ]) func aSecretIsFoundThoughItIsClippedOrGoesOnInTheNextRow(screen: String) {
        var artefacts = Artefacts()
        artefacts.add("screen", screen)
        #expect(artefacts.leaks(of: ["in1_7c1e5b9ad04f4c36b8e2f07a9d5c41aa"]).count == 1)
        #expect(artefacts.leaks(of: ["in1_8c1e5b9bd04f4c37b8e3f07a9d5c41aa"]) == [])
    }

    @Test(arguments: [("022", true), ("077", false)]) func aKeyFileThatOthersCanReadIsNamed(mask: String, isNamed: Bool) throws {
        let platform = try Platform()
        let prepare = "umask \(mask); printf %s \"$INTUNED_API_KEY\" >key; unset INTUNED_API_KEY"
        let terminal = try Terminal(
            environment: platform.environment, running: "\(prepare); exec \(Jobtop.command) --api-key-file key")
        terminal.expect("LAST RUNS")
        #expect(terminal.screen.contains("Other users can read key") == isNamed)
        terminal.press("q")
    }

    @Test(arguments: [("022", true), ("077", false)]) func settingsThatOthersCanReadAreNamed(mask: String, isNamed: Bool) throws {
        let platform = try Platform()
        let settings = #"{"workspaceId": "$INTUNED_WORKSPACE_ID", "projectName": "$INTUNED_PROJECT"}"#
        let prepare = """
            umask \(mask); echo "\(settings.replacing("\"", with: "\\\""))" >Intuned.json; unset INTUNED_WORKSPACE_ID INTUNED_PROJECT
            """
        let terminal = try Terminal(environment: platform.environment, running: "\(prepare); exec \(Jobtop.command)")
        terminal.expect("LAST RUNS")
        let words = terminal.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("which holds the project's settings. To prevent that, run chmod 600") == isNamed)
        terminal.press("q")
    }

    @Test func aCrashLeavesNoCoreWithTheKey() throws {
        let platform = try Platform()
        let environment = platform.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        let terminal = try Terminal(
            environment: environment, running: "ulimit -c unlimited; \(Jobtop.command); echo \"status $?\"; ls; exec cat")
        terminal.expect("LAST RUNS")
        let child = try ShellCommand.run("pgrep", ["-P", "\(terminal.processID)"]).output
        let process = try #require(Int32(child.trimmingCharacters(in: .whitespacesAndNewlines)))
        // A limit of one byte also stops a core that is sent to a pipe (core(5)); a limit of zero does not.
        #expect(try text(of: "/proc/\(process)/limits").contains(/Max core file size\s+1\s+1\s+bytes/))
        kill(process, SIGSEGV)
        terminal.expect("status \(128 + SIGSEGV)")
        let names = try FileManager.default.contentsOfDirectory(atPath: terminal.workingFolder.path)
        #expect(names.filter { $0.contains("core") } == [])
    }

    @Test func theStoreGetsNoKey() throws {
        let platform = try Platform()
        let terminal = try Terminal(environment: platform.environment, running: "\(Jobtop.command) nightly-prices")
        terminal.fetchResultsOfASuccess()
        terminal.press("q")
        let request = "GET /simulator/requests HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        let answer = String(decoding: Socket.exchange(port: platform.port, Array(request.utf8)), as: UTF8.self)
        let requests = answer.components(separatedBy: "\"origin\":").dropFirst()
        let toStore = requests.filter { $0.hasPrefix("\"store\"") }
        #expect(!toStore.isEmpty)
        #expect(toStore.allSatisfy { !$0.contains("x-api-key") })
        #expect(requests.contains { $0.contains("x-api-key") })
    }

    private func text(of path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }
}

import Foundation
import Glibc
import Simulator
import Testing

/// Nothing that a whole session leaves behind or shows holds a secret that nobody asked to see.
@Suite(.serialized) struct SecretsTests {
    @Test(arguments: ["demo", "failing", "strange"]) func noArtefactOfASessionHoldsASecret(world: String) throws {
        let platform = try Platform(world: world)
        let terminal = try Terminal(
            columns: 200, rows: 60, environment: platform.environment, running: "exec \(Jobtop.path) --log session.log")
        terminal.expect("LAST RUNS")
        let process = "/proc/\(terminal.processID)"
        var artefacts = try [
            "command line": text(of: "\(process)/cmdline"), "environment": text(of: "\(process)/environ"),
            "jobs": terminal.screen,
        ]
        #expect(artefacts["command line"]?.contains("--log") == true)
        var fetched: Set<String> = []
        if world == "demo" {
            terminal.openJob("nightly")
            terminal.fetchResultsOfASuccess()
            fetched.insert(terminal.place)
            artefacts["fetched"] = terminal.screen
            terminal.press("Escape", "Escape", "Escape", "Escape")
            terminal.expect("LAST RUNS")
        }
        for job in 1...6 { artefacts.merge(look(at: job, terminal, &fetched)) { _, new in new } }
        terminal.expect("no fetch is under way, which would make q ask") { !$0.contains("Fetching results") }
        terminal.press("q")
        terminal.expect("the program is gone") { _ in !terminal.isAlternate }
        artefacts["last screen"] = terminal.screen
        artefacts["file names"] = try FileManager.default.contentsOfDirectory(atPath: terminal.workingFolder.path).joined(
            separator: " ")
        let log = try text(of: terminal.workingFolder.appending(path: "session.log").path)
        artefacts["log"] = log
        let key = try #require(platform.environment["INTUNED_API_KEY"])
        for (name, artefact) in artefacts {
            let found = (World.secrets + [key]).filter(artefact.contains)
            #expect(found.isEmpty, "\(name) holds \(found)")
        }
        #expect(!log.contains("?"))
        let line = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z GET 127\.0\.0\.1:\d+(\/\S*)? (\d{3}|[a-z-]+) \d+ ms \d+ B/
        #expect(log.split(separator: "\n").count > 2)
        #expect(log.split(separator: "\n").allSatisfy { $0.wholeMatch(of: line) != nil })
        // Of the store, whose addresses are signed, the host alone.
        #expect(world != "demo" || log.contains(/GET 127\.0\.0\.1:\d+ 200/), "nothing was fetched:\n\(log)")
        let mode = try FileManager.default.attributesOfItem(atPath: "\(terminal.workingFolder.path)/session.log")[
            .posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test(arguments: [("022", true), ("077", false)]) func aKeyFileThatOthersCanReadIsNamed(mask: String, isNamed: Bool) throws {
        let platform = try Platform()
        let prepare = "umask \(mask); printf %s \"$INTUNED_API_KEY\" >key; unset INTUNED_API_KEY"
        let terminal = try Terminal(
            environment: platform.environment, running: "\(prepare); exec \(Jobtop.path) --api-key-file key")
        terminal.expect("LAST RUNS")
        #expect(terminal.screen.contains("Other users of this machine can read key") == isNamed)
        terminal.press("q")
    }

    @Test(arguments: [("022", true), ("077", false)]) func settingsThatOthersCanReadAreNamed(mask: String, isNamed: Bool) throws {
        let platform = try Platform()
        let settings = #"{"workspaceId": "$INTUNED_WORKSPACE_ID", "projectName": "$INTUNED_PROJECT"}"#
        let prepare = """
            umask \(mask); echo "\(settings.replacing("\"", with: "\\\""))" >Intuned.json; unset INTUNED_WORKSPACE_ID INTUNED_PROJECT
            """
        let terminal = try Terminal(environment: platform.environment, running: "\(prepare); exec \(Jobtop.path)")
        terminal.expect("LAST RUNS")
        let words = terminal.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("which holds the project's settings: chmod 600 keeps it yours") == isNamed)
        terminal.press("q")
    }

    @Test func aCrashLeavesNoCoreWithTheKey() throws {
        let platform = try Platform()
        let environment = platform.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        let terminal = try Terminal(
            environment: environment, running: "ulimit -c unlimited; \(Jobtop.path); echo \"status $?\"; ls; exec cat")
        terminal.expect("LAST RUNS")
        let child = try Command.run("pgrep", ["-P", "\(terminal.processID)"]).output
        let process = try #require(Int32(child.trimmingCharacters(in: .whitespacesAndNewlines)))
        // A limit of one byte stops also a core that a pipe would take (core(5)); a limit of zero does not.
        #expect(try text(of: "/proc/\(process)/limits").contains(/Max core file size\s+1\s+1\s+bytes/))
        kill(process, SIGSEGV)
        terminal.expect("status \(128 + SIGSEGV)")
        let names = try FileManager.default.contentsOfDirectory(atPath: terminal.workingFolder.path)
        #expect(names.filter { $0.contains("core") } == [])
    }

    @Test func theStoreGetsNoKey() throws {
        let platform = try Platform()
        let terminal = try Terminal(environment: platform.environment, running: "\(Jobtop.path) nightly-prices")
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

    /// Opens a job, its newest run and its configuration, copies and fetches on the way, and comes back; what the screens showed.
    ///
    /// The list may put a job in another place meanwhile, so a run can come twice; a second fetch of it would ask.
    private func look(at job: Int, _ terminal: Terminal, _ fetched: inout Set<String>) -> [String: String] {
        var screens: [String: String] = [:]
        func see(_ name: String) { screens["\(name) of job \(job)"] = terminal.screen }
        terminal.press("Enter")
        let ends = ["Enter opens", "has no runs", "not understood"]
        terminal.expect("the job's runs") { screen in ends.contains { screen.contains($0) } }
        terminal.press("y")
        see("runs")
        if terminal.screen.contains(ends[0]) {
            terminal.press("Enter")
            terminal.expect("the run") { $0.contains("Tab pane") && !$0.contains("asking") }
            if fetched.insert(terminal.place).inserted {
                terminal.press("f")
                terminal.expect("the fetch is over") { !$0.contains("Fetching results") }
            }
            terminal.press("Tab", "y")
            see("run")
            terminal.press("c", "G", "y")
            see("configuration")
        }
        terminal.press("Escape", "Escape", "Escape", "Escape")
        terminal.expect("LAST RUNS")
        terminal.press("j")
        return screens
    }

    private func text(of path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }
}

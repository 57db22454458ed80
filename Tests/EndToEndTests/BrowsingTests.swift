import Foundation
import Testing

/// The built program in a real terminal, as its users have it.
@Suite(.serialized) struct BrowsingTests {
    @Test func newsOfTheFocusIsNeitherKeyNorText() throws {
        let terminal = try Terminal(running: "\(Jobtop.command) --demo")
        terminal.expect("LAST RUNS")
        terminal.press("/")
        terminal.type("pr\u{1B}[I\u{1B}[Oi")
        terminal.expect("/pri_")
        terminal.press("Enter", "w")
        terminal.expect("STOREFRONT-SCRAPERS")
    }

    @Test func mouseSelectsOpensScrollsAndGoesBack() throws {
        let terminal = try Terminal(running: "\(Jobtop.command) --demo --mouse; exec cat")
        terminal.expect("LAST RUNS")
        #expect(terminal.mouseModes == "1 1")
        terminal.press("/")
        terminal.type("competitor")
        terminal.press("Enter")
        terminal.expect("× competitor-stock")
        // The line of the problems moves the rows when it comes.
        terminal.expect("! shows them")
        let lines = terminal.screen.split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(lines.firstIndex { $0.contains("× competitor-stock") }) + 1
        terminal.type("\u{1B}[<0;10;\(row)M\u{1B}[<0;10;\(row)m\u{1B}[<0;10;\(row)M\u{1B}[<0;10;\(row)m")
        terminal.expect("STATUS")
        terminal.type("\u{1B}[<65;10;10M")
        terminal.press("Enter")
        terminal.expect("Tab pane")
        terminal.type("\u{1B}[<0;3;1M\u{1B}[<0;3;1m")
        terminal.expect("LAST RUNS")
        terminal.press("m")
        terminal.expect("The mouse is off.")
        #expect(terminal.mouseModes == "0 0")
        terminal.press("m")
        terminal.expect("The mouse selects and scrolls.")
        terminal.press("q")
        terminal.expect("the program is gone") { _ in !terminal.isAlternate }
        #expect(waitUntil(within: 5) { terminal.mouseModes == "0 0" })
    }

    @Test func aStrangerFindsOutWhyARunFailed() throws {
        let terminal = try Terminal(running: "\(Jobtop.command) --demo")
        terminal.expect("need")
        terminal.press("/")
        terminal.type("failure")
        terminal.press("Enter")
        terminal.expect("filter “failure”")
        // Other jobs' runs may have come before.
        terminal.expect("failed 20 runs in a row")
        terminal.press("Enter")
        terminal.expect("STATUS")
        terminal.press("/")
        terminal.type("failure")
        terminal.press("Enter", "Enter")
        terminal.expect("Error")
        terminal.expect("FAILURE")
        terminal.press("c")
        terminal.expect("Configuration of")
        terminal.expect("maximumAttempts")
        terminal.press("Escape")
        terminal.expect("Results")
        terminal.press("Escape")
        terminal.expect("STATUS")
        terminal.press("q")
        terminal.expect("the program is gone") { _ in !terminal.isAlternate }
    }

    @Test func hundredThousandRunsAreReachedFilteredAndSorted() throws {
        let terminal = try Terminal(running: "\(Jobtop.command) --demo --world huge")
        terminal.expect("price-ticks")
        terminal.press(":")
        terminal.type("price-ticks")
        terminal.press("Enter")
        terminal.expect("100,00")
        terminal.expect("SUCCESS")
        terminal.press("G")
        terminal.expect("run 100,00")
        terminal.expect("runs not loaded")
        for (target, place) in [("50%", "run 50,00"), ("1234", "run 1,234 of"), ("-1d", " of 100,00")] {
            terminal.press(":")
            terminal.type("goto \(target)")
            terminal.press("Enter")
            terminal.expect(place)
            terminal.press("r")
        }
        terminal.press("/")
        terminal.type("failed>0 -status:success")
        terminal.press("Enter")
        terminal.expect("filter \u{201C}failed>0 -status:success\u{201D} shows")
        terminal.press("Escape", "s")
        terminal.expect("Sort by")
        terminal.type("failed")
        terminal.press("Enter")
        terminal.expect("sorted by failed")
        terminal.press("S", "r")
        terminal.expect("sorted by failed, reversed")
        terminal.press("q")
        terminal.expect("the program is gone") { _ in !terminal.isAlternate }
    }

    @Test func aRunUnderWayMovesByItself() throws {
        let terminal = try Terminal(running: "\(Jobtop.command) --demo --speed 20")
        terminal.expect("running")
        terminal.press("/")
        terminal.type("pending")
        terminal.press("Enter")
        terminal.expect("filter “pending”")
        terminal.press("Enter")
        terminal.expect("PENDING")
        terminal.press("g", "Enter")
        terminal.expect(" of ")
        let before = terminal.screen.split(separator: "\n")[2]
        terminal.expect("the counts move") { $0.split(separator: "\n").dropFirst(2).first.map { $0 != before } ?? false }
    }

    @Test func aServerThatDiesAndComesBackIsNoticedBothTimes() throws {
        var platform = try Platform()
        let port = platform.port
        let terminal = try Terminal(environment: platform.environment, running: "\(Jobtop.command) --interval 1")
        terminal.expect("● live")
        platform.stop()
        terminal.expect("offline")
        terminal.expect("The data is from")
        platform = try Platform(port: port)
        terminal.expect("● live", within: 60)
        terminal.press("q")
    }

    @Test func everyFaultHasItsWordWhileTheOldDataStays() throws {
        let platform = try Platform()
        let terminal = try Terminal(environment: platform.environment, running: "\(Jobtop.command) --interval 1")
        terminal.expect("● live")
        let words = [
            "401": "unauthorized", "403": "forbidden", "429:1": "rate-limited", "500": "server error", "502": "server error",
            "invalid": "not understood",
        ]
        for (fault, word) in words.sorted(by: { $0.key < $1.key }) {
            platform.setFaults("jobs=\(fault)")
            terminal.press("r")
            terminal.expect("▲ \(word)")
            terminal.expect("LAST RUNS")
            platform.setFaults()
            terminal.press("r")
            terminal.expect("● live")
        }
    }

    @Test func resultsAreFetchedIntoAFile() throws {
        let terminal = try Terminal(running: "\(Jobtop.command) --demo nightly-prices")
        terminal.fetchResultsOfASuccess()
        let names = try FileManager.default.contentsOfDirectory(atPath: terminal.workingFolder.path).filter {
            $0.hasSuffix(".jsonl")
        }
        let name = try #require(names.first)
        #expect(names.count == 1)
        let file = terminal.workingFolder.appending(path: name)
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(!lines.isEmpty && lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        terminal.press("f")
        terminal.answer("n", to: "Replace it?")
        terminal.press("q")
    }

    @Test func aScreenThatBecomesTooSmallComesBack() throws {
        let terminal = try Terminal(running: "\(Jobtop.command) --demo")
        terminal.expect("LAST RUNS")
        terminal.resize(columns: 20, rows: 5)
        terminal.expect("needs")
        for size in [(200, 60), (40, 10), (80, 24), (1, 1), (120, 40)] { terminal.resize(columns: size.0, rows: size.1) }
        terminal.expect("LAST RUNS")
        terminal.press("q")
    }

    @Test func theSecretsOfAConfigurationAreShownOnlyAfterAYes() throws {
        let platform = try Platform()
        let terminal = try Terminal(environment: platform.environment, running: Jobtop.command)
        terminal.expect("LAST RUNS")
        terminal.openJob("nightly")
        terminal.expect("STATUS")
        terminal.press("c")
        terminal.expect("secrets are hidden")
        terminal.expect("••••")
        terminal.press("v")
        terminal.answer("n", to: "Show the secrets")
        terminal.expect("secrets are hidden")
        terminal.press("v")
        terminal.answer("y", to: "Show the secrets")
        terminal.expect("secrets are shown")
        terminal.press("q")
    }

    @Test func whatIsPastedIsNeitherAKeyNorACommandOfTheShell() throws {
        let platform = try Platform()
        let terminal = try Terminal(environment: platform.environment, running: "PS1='$ ' exec bash --norc -i")
        terminal.expect("$")
        terminal.type(Jobtop.command)
        terminal.press("Enter")
        terminal.expect("LAST RUNS")
        terminal.openJob("nightly")
        terminal.expect("STATUS")
        terminal.press("c")
        terminal.expect("secrets are hidden")
        terminal.paste("vyq\ntouch pasted\n")
        terminal.expect("Pasted text works only in a filter")
        #expect(terminal.screen.contains("secrets are hidden"))
        terminal.press("Escape", "Escape", "Escape")
        terminal.expect("LAST RUNS")
        terminal.press("/")
        terminal.paste("nigh\ntly")
        terminal.expect("“nightly” shows 1")
        terminal.press("Enter", "q")
        // Until then what is typed is still thrown away.
        terminal.expect("the shell asks again") { $0.trimmingCharacters(in: .whitespacesAndNewlines).hasSuffix("\n$") }
        #expect(!terminal.isAlternate)
        terminal.type("ls; echo the ${0:+end}")
        terminal.press("Enter")
        terminal.expect("the end")
        #expect(!terminal.screen.contains("pasted\n"))
    }

    @Test(arguments: ["xterm-256color", "screen", "tmux-256color", "linux", "vt100"]) func everyTerminalShowsTheJobs(kind: String)
        throws
    {
        let terminal = try Terminal(columns: 80, rows: 24, environment: ["TERM": kind], running: "\(Jobtop.command) --demo")
        terminal.expect("LAST RUNS")
        terminal.press("?")
        terminal.expect("Keys on this page")
        terminal.press("Escape", "q")
        terminal.expect("the program is gone") { !$0.contains("LAST RUNS") }
    }

    @Test func withoutUTF8EverythingIsASCII() throws {
        let terminal = try Terminal(environment: ["LC_ALL": "C"], running: "\(Jobtop.command) --demo --world strange")
        terminal.expect("LAST RUNS")
        #expect(!terminal.screen.unicodeScalars.contains { !$0.isASCII })
        terminal.press("q")
    }
}

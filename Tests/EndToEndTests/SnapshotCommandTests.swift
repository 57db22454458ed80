import Foundation
import Testing

/// `jobtop snapshot` and `jobtop handover` as a script runs them.
@Suite(.serialized) struct SnapshotCommandTests {
    private static let surroundings = ["TERM": "xterm", "LANG": "C.UTF-8", "HOME": "/nonexistent"]

    private func jobtop(_ arguments: [String], _ platform: Platform, in folder: String = "/tmp") throws -> ShellCommand {
        try ShellCommand.run(
            "env", ["-C", folder, Jobtop.path] + arguments, environment: platform.environment.merging(Self.surroundings) { $1 })
    }

    @Test func everyPageIsDrawn() throws {
        let platform = try Platform(speed: 1)
        let pages: [(page: String, arguments: [String], text: String)] = [
            ("jobs", [], "16 jobs"), ("problems", [], "WHAT TO DO"), ("wall", [], "STOREFRONT-SCRAPERS"),
            ("settings", [], "INTUNED_PROJECT"), ("help", [], "Keys on this page"), ("runs", ["catalogue-sync"], "STARTED"),
            ("history", ["catalogue-sync"], "history of catalogue-sync"), ("follow", ["catalogue-sync"], "last run"),
            ("run", ["catalogue-sync", "last-good"], "160 of 160"), ("configuration", ["catalogue-sync"], "maximumAttempts"),
            ("difference", ["catalogue-sync"], "compared with the previous run"),
            ("items", ["catalogue-sync", "last-good"], "160 items"),
            ("groups", ["catalogue-sync", "last-good"], "failed items"),
        ]
        for (page, arguments, text) in pages {
            let ended = try jobtop(["snapshot"] + arguments + ["--page", page, "--size", "120x30"], platform)
            #expect(ended.status == 0 && ended.errors.isEmpty, "\(page): \(ended.errors)")
            #expect(ended.output.contains(text), "\(page): \(ended.output)")
            #expect(ended.output.filter { $0 == "\n" }.count == 30, "\(page)")
            #expect(!ended.output.contains("\u{1B}"), "\(page)")
        }
    }

    @Test func formatsAreThoseThatWereAskedFor() throws {
        let platform = try Platform(speed: 1)
        let svg = try jobtop(["snapshot", "--page", "problems", "--format", "svg", "--theme", "light"], platform).output
        #expect(svg.hasPrefix("<svg xmlns=") && svg.hasSuffix("</svg>\n"))
        #expect(svg.contains(".ground{fill:#ffffff}") && !svg.contains("prefers-color-scheme"))
        let ansi = try jobtop(["snapshot", "--page", "problems", "--format", "ansi", "--theme", "dark"], platform).output
        #expect(ansi.contains("\u{1B}[1;38;5;210m"))
        let ascii = try jobtop(["snapshot", "--page", "problems", "--ascii"], platform).output
        #expect(ascii.utf8.allSatisfy { $0 < 128 } && ascii.contains("problems"))
    }

    @Test func fileIsPrivateAndNeverReplacedSilently() throws {
        let platform = try Platform(speed: 1)
        let folder = FileManager.default.temporaryDirectory.appending(path: "jobtop-snapshot-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let arguments = ["snapshot", "--page", "settings", "-o", "a.svg"]
        #expect(try jobtop(arguments, platform, in: folder).status == 0)
        let mode = try FileManager.default.attributesOfItem(atPath: folder + "/a.svg")[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try Data("mine".utf8).write(to: URL(filePath: folder + "/a.svg"))
        let again = try jobtop(arguments, platform, in: folder)
        #expect(again.status == 2)
        #expect(again.errors == "jobtop: a.svg already exists. Use --replace, or -o with another name.\n")
        #expect(try String(contentsOfFile: folder + "/a.svg", encoding: .utf8) == "mine")
        #expect(try jobtop(arguments + ["--replace"], platform, in: folder).status == 0)
        #expect(try String(contentsOfFile: folder + "/a.svg", encoding: .utf8).hasPrefix("<svg "))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.svg"])
    }

    @Test func endsWithTheStatusOfItsProblem() throws {
        let platform = try Platform(speed: 1)
        let wrong: [(arguments: [String], status: Int32, sentence: String)] = [
            (["snapshot", "--size", "19x5"], 2, "--size must be 20x5 to 500x200, not 19x5."),
            (["snapshot", "--size", "501x5"], 2, "--size must be 20x5 to 500x200, not 501x5."),
            (["snapshot", "--page", "runs"], 2, "The page runs needs a job: jobtop snapshot JOB --page runs."),
            (["snapshot", "a", "--page", "wall"], 2, "The page wall is about all jobs. Leave out JOB."),
            (["snapshot", "-o", "a.png"], 2, "The file must end with .svg, .txt or .ansi, or give --format text, ansi or svg."),
            (["snapshot", "--json"], 2, "snapshot does not have --json."),
            (["handover", "--since", "8"], 2, "--since must be a time up to 90d, such as 30m, 8h or 2d, not 8."),
            (["snapshot", "no-such-job"], 4, "no-such-job"), (["snapshot", "catalogue-sync", "ffffffff"], 4, "ffffffff"),
        ]
        for (arguments, status, sentence) in wrong {
            let ended = try jobtop(arguments, platform)
            #expect(ended.status == status && ended.output.isEmpty, "\(arguments): \(ended.status)")
            #expect(ended.errors.contains(sentence), "\(arguments): \(ended.errors)")
        }
        for (fault, status) in [("all=401", Int32(3)), ("all=503", 5), ("jobs=invalid", 5)] {
            platform.setFaults(fault)
            for command in ["snapshot", "handover"] {
                let ended = try jobtop([command, "--patience", "0"], platform)
                #expect(ended.status == status && ended.output.isEmpty, "\(command) with \(fault): \(ended.errors)")
                #expect(ended.errors.hasPrefix("jobtop: "), "\(command) with \(fault): \(ended.errors)")
            }
        }
    }

    @Test func rowThatCannotBeLoadedDoesNotHideTheOthers() throws {
        let platform = try Platform(speed: 1)
        platform.setFaults("runs=500")
        let page = try jobtop(["snapshot"], platform)
        #expect(page.status == 0, "\(page.errors)")
        #expect(page.output.contains("16 jobs"))
        // Without any runs there is nothing to hand over.
        #expect(try jobtop(["handover", "--patience", "0"], platform).status == 5)
    }

    @Test func jobThatCannotBeReadIsNamedInTheHandover() throws {
        let ended = try jobtop(["handover", "--patience", "0"], Platform(world: "strange", speed: 1))
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(ended.output.contains("\n## Not known\n\n- **not-a-number**: its runs could not be loaded.\n"))
        #expect(!ended.output.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }

    @Test func pageAndHandoverAreSavedFromTheDashboard() throws {
        let platform = try Platform(speed: 1)
        let terminal = try Terminal(columns: 100, environment: platform.environment, running: "exec \(Jobtop.command)")
        terminal.expect("16 jobs")
        func run(_ command: String) {
            terminal.press(":")
            terminal.expect("type to search")
            terminal.type(command)
            terminal.expect("> \(command)_")
            terminal.press("Enter")
        }
        run("snapshot page.txt")
        terminal.expect("Saved this page as page.txt.")
        let file = terminal.workingFolder.appending(path: "page.txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains("16 jobs") && !text.contains("Saved this page"))
        try Data("mine".utf8).write(to: file)
        run("snapshot page.txt")
        terminal.answer("n", to: "page.txt already exists. Replace it?")
        #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
        run("snapshot page.txt")
        terminal.answer("y", to: "page.txt already exists. Replace it?")
        terminal.expect("Saved this page as page.txt.")
        #expect(try String(contentsOf: file, encoding: .utf8).contains("16 jobs"))
        run("handover 2h")
        terminal.expect("Saved the handover as jobtop-handover-")
        let names = try FileManager.default.contentsOfDirectory(atPath: terminal.workingFolder.path)
        let handover = try #require(names.first { $0.hasPrefix("jobtop-handover-") })
        let told = try String(contentsOf: terminal.workingFolder.appending(path: handover), encoding: .utf8)
        #expect(told.hasPrefix("# Handover: storefront-scrapers\n") && told.contains(", 2h.\n"))
    }

    @Test func handoverIsMarkdownWithoutSecrets() throws {
        let platform = try Platform(speed: 1)
        let ended = try jobtop(["handover", "--since", "6h"], platform)
        #expect(ended.status == 0 && ended.errors.isEmpty)
        let titles = ended.output.split(separator: "\n").filter { $0.hasPrefix("#") }
        #expect(
            titles == [
                "# Handover: storefront-scrapers", "## Failed", "## Stuck, late or waiting", "## Recovered", "## Done from here",
                "## Due next",
            ])
        #expect(ended.output.contains("**competitor-stock**: failed "))
        #expect(!ended.output.contains(try #require(platform.environment["INTUNED_API_KEY"])))
    }
}

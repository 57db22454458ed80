import Foundation
import Testing

/// A user who opens page after page, copies what can be copied and exports what can be exported.
struct Session {
    let terminal: Terminal
    /// The artefacts so far.
    var artefacts = Artefacts()
    /// The content of standard error, which the program writes to `session.errors`.
    private(set) var errors: String?
    private var seen: Set<String> = []

    init(_ terminal: Terminal) { self.terminal = terminal }

    /// Records the screen.
    mutating func see(_ name: String, isOwnData: Bool = false) { artefacts.add(name, terminal.screen, isOwnData: isOwnData) }

    /// Opens the selected job, its newest run, the run's configuration and results, and returns to the next job.
    mutating func look(at job: Int) {
        terminal.press("Enter")
        // A heading of the runs: the preview of a job also says "Enter opens", and may still be there while the page is painted.
        let ends = ["STATUS  ", "has no runs", "not understood"]
        terminal.expect("the job's runs") { screen in
            !screen.contains("LAST RUNS") && ends.contains { screen.contains($0) }
        }
        terminal.press("y")
        see("job \(job): runs")
        if terminal.screen.contains(ends[0]) {
            terminal.press("Enter")
            lookAtRun("job \(job)")
        }
        terminal.press("Escape", "Escape", "Escape", "Escape")
        terminal.expect("LAST RUNS")
        terminal.press("j")
    }

    /// Visits the page of a run that is being opened.
    ///
    /// A job may move in the list meanwhile, so a run can come twice; a second fetch of it asks.
    mutating func lookAtRun(_ name: String) {
        terminal.expect("the run") { $0.contains("Tab pane") && !$0.contains("not loaded yet") }
        if seen.insert(terminal.place).inserted, footer.contains("f fetch") {
            terminal.press("f")
            let ends = ["Saved ", "Replace it?", "No results for this run", "No results yet", "waits up to"]
            terminal.expect("the fetch has ended") { screen in ends.contains { screen.contains($0) } }
            see("\(name): fetched")
            if terminal.screen.contains(ends[1]) { terminal.answer("n", to: ends[1]) }
            if terminal.screen.contains(ends[0]) { lookAtResults(name) }
        }
        terminal.press("Tab", "y")
        terminal.expect("Copied:")
        see("\(name): run")
        terminal.press("c")
        terminal.expect("Configuration of")
        see("\(name): configuration")
        terminal.type(String(repeating: "yj", count: 60))
        terminal.press("Escape")
        terminal.expect("Tab pane")
    }

    private mutating func lookAtResults(_ name: String) {
        // Until then the page says what it does "to see why."; the footer is painted after the causes.
        terminal.expect("the causes are read") { screen in
            !screen.contains("why.") && screen.contains(/causes? in \d/) == screen.contains("show items")
        }
        // On the causes, Enter shows the items of one.
        if footer.contains("show items") { terminal.press("Tab") }
        terminal.expect("read results")
        terminal.press("Enter")
        terminal.expect("w export")
        // Rows may be counted before they are read.
        terminal.expect("y copy")
        terminal.press("y")
        terminal.expect("Copied:")
        see("\(name): items")
        lookAtItem(name)
        if footer.contains("e failures") {
            terminal.press("e")
            terminal.expect(" failed item")
            terminal.press("y")
            terminal.expect("Copied:")
            see("\(name): failures")
            terminal.press("Escape")
            terminal.expect("w export")
        }
        for (key, ending) in [("w", "all.jsonl"), ("W", "all.csv")] {
            terminal.press(key)
            terminal.expect("it is written") { $0.contains("Saved ") && $0.contains(ending) }
            see("\(name): written \(ending)")
        }
        terminal.press("b")
        terminal.expect("from byte")
        terminal.press("y")
        terminal.expect("Copied:")
        see("\(name): bytes as text", isOwnData: true)
        terminal.press("Enter")
        terminal.expect("00000010  ")
        see("\(name): bytes", isOwnData: true)
        terminal.press("Escape", "Escape")
        terminal.expect("Tab pane")
    }

    /// Visits an item, whose links to its trace and its log open them for anybody.
    private mutating func lookAtItem(_ name: String) {
        if footer.contains("n next") { terminal.press("n") }
        terminal.press("Enter")
        terminal.expect("Y copy path")
        see("\(name): item")
        if terminal.screen.contains("trace_url") {
            terminal.press("/")
            terminal.type("trace_url")
            terminal.press("Enter", "Y")
            terminal.expect("Copied: $.apiInfo.trace_url")
            terminal.press("y")
            terminal.expect("Copied: https://")
            see("\(name): trace of an item")
            terminal.press("Escape")
        }
        terminal.press("g", "y", "Left", "y")
        see("\(name): folded item")
        terminal.press("Escape")
        terminal.expect("w export")
    }

    /// Adds the files that exist at the end.
    mutating func addFiles() throws {
        let folder = terminal.workingFolder
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        artefacts.add("names of files", names.joined(separator: " "))
        for name in names where try isFile(folder.appending(path: name)) {
            let data = try Data(contentsOf: folder.appending(path: name))
            artefacts.add(name, data, isOwnData: name.hasSuffix(".jsonl") || name.hasSuffix(".csv"))
            if name == "session.errors" { errors = String(decoding: data, as: UTF8.self) }
        }
    }

    private func isFile(_ url: URL) throws -> Bool {
        try FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType == .typeRegular
    }

    private var footer: Substring { terminal.screen.split(separator: "\n").last ?? "" }
}

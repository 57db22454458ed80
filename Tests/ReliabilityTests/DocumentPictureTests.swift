import Dashboard
import FoundationEssentials
import Glibc
import Rehearsal
import Testing
import TextScreen

/// The pictures of the README and the user guide are what the program draws of the simulated platform.
///
/// RECORD_PICTURES=1 writes them and fails.
struct DocumentPictureTests {
    private static let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs")

    private static func rehearsal(_ rows: Int, job: String? = nil, folder: String? = nil) async throws -> Rehearsal {
        let pages = job.map { [Page.runs(RunsPage(profile: .first, job: $0))] } ?? []
        let rehearsal = try await Rehearsal(
            size: Size(columns: 100, rows: rows), folder: folder, pages: pages, isDemo: true, isExact: true)
        // The runs of all jobs have come, and progress has been seen.
        _ = await rehearsal.goes(on: 45) { _ in false }
        _ = await rehearsal.goes(on: 60) { ($0.state.age?.age ?? .infinity) < 4 }
        return rehearsal
    }

    private static func expectPicture(_ rehearsal: Rehearsal, named name: String) throws {
        for theme in [Theme.dark, .light] {
            let file = docs.appending(path: "\(name)-\(theme).svg")
            // The port of the simulated store is another one each time.
            let drawn = rehearsal.canvas.snapshot(as: .svg, in: theme).replacing(/127\.0\.0\.1:(\d+)/) { match in
                "127.0.0.1:" + "40443".prefix(match.1.count)
            }
            if getenv("RECORD_PICTURES") != nil {
                try Data(drawn.utf8).write(to: file)
                Issue.record("recorded \(name)-\(theme).svg; look at it, then run without RECORD_PICTURES")
            } else {
                let kept = try String(contentsOf: file, encoding: .utf8)
                #expect(drawn == kept, "the screen is not docs/\(name)-\(theme).svg: \(rehearsal.screen)")
            }
        }
    }

    @Test func jobsAndProblems() async throws {
        let rehearsal = try await Self.rehearsal(24)
        try Self.expectPicture(rehearsal, named: "jobs")
        rehearsal.press(.character("!"))
        #expect(await rehearsal.goes(on: 30) { $0.state.hasAllItShows })
        try Self.expectPicture(rehearsal, named: "problems")
        await rehearsal.end()
    }

    @Test func failedRun() async throws {
        let rehearsal = try await Self.rehearsal(28, job: "ads-landing-pages")
        rehearsal.press([.character("/")] + "FAILURE".map(Key.character) + [.enter, .enter])
        #expect(await rehearsal.goes(on: 30) { $0.state.page.kind == .run && $0.state.hasAllItShows })
        try Self.expectPicture(rehearsal, named: "run")
        await rehearsal.end()
    }

    @Test func causesOnThePageOfTheRun() async throws {
        let rehearsal = try await Self.rehearsal(28, job: "catalogue-sync")
        rehearsal.press(.down, .down, .enter)
        #expect(await rehearsal.goes(on: 30) { $0.screen.contains("in 24 failed items") })
        try Self.expectPicture(rehearsal, named: "why")
        await rehearsal.end()
    }

    @Test func resultsAndTheirFailures() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "jobtop-pictures-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let rehearsal = try await Self.rehearsal(28, job: "catalogue-sync", folder: folder.path)
        rehearsal.press(.down, .down, .character("f"))
        #expect(await rehearsal.goes(on: 60) { !$0.isFetching && $0.screen.contains("Saved") })
        rehearsal.press(.enter)
        #expect(await rehearsal.goes(on: 30) { $0.state.page.kind == .run && $0.screen.contains("show items") })
        // Not the items of the selected cause alone.
        rehearsal.press(.tab, .enter)
        #expect(await rehearsal.goes(on: 30) { $0.state.page.kind == .items && $0.state.hasAllItShows })
        try Self.expectPicture(rehearsal, named: "results")
        rehearsal.press(.character("e"))
        #expect(await rehearsal.goes(on: 30) { $0.state.page.kind == .groups && $0.state.hasAllItShows })
        try Self.expectPicture(rehearsal, named: "causes")
        await rehearsal.end()
    }
}

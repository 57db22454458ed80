import Dashboard
import ResultsFile
import Testing

@testable import Runtime

/// Quitting during an export on a file system without nameless files.
@Suite(.timeLimit(.minutes(1))) struct UnfinishedExportTests {
    private let folder = Folder()
    private let unfinished = UnfinishedFiles(allowsNameless: false)
    private let id = ReadingID(key: RunKey(profile: .first, job: "j", run: "r"), number: 1)

    /// A runner whose export waits for the rest of its source, which never arrives.
    private func exporting() async throws -> EffectRunner {
        let mailbox = try #require(Mailbox())
        let platform = StandInPlatform.silent
        let runner = EffectRunner(
            clients: [.first: platform.client], transport: platform, mailbox: mailbox, unfinished: unfinished)
        try folder.write("{}\n", to: "run.jsonl")
        runner.run(.read(id, .open(path: "\(folder.path)/run.jsonl", format: "jsonl", isGrowing: true)))
        let order = ExportOrder(filter: ResultsFilter(), format: .jsonLines, path: "\(folder.path)/out.jsonl")
        runner.run(.read(id, .export(order)))
        while unfinished.paths.isEmpty { await Task.yield() }
        #expect(folder.names.count == 2)
        return runner
    }

    @Test func stoppingRemovesThePartialFileOfAnExport() async throws {
        let runner = try await exporting()
        await runner.stop()
        #expect(folder.names == ["run.jsonl"])
    }

    @Test func clearingAwayRemovesThePartialFileOfAnExport() async throws {
        let runner = try await exporting()
        runner.clearAway()
        #expect(folder.names == ["run.jsonl"])
        await runner.stop()
    }

    @Test func clearingAwayRemovesThePartialFileOfAnExportThatIsBeingLeft() async throws {
        let runner = try await exporting()
        runner.run(.read(id, .close))
        runner.clearAway()
        #expect(folder.names == ["run.jsonl"])
        await runner.stop()
    }
}

import Testing

@testable import Simulator

struct ResultsFileTests {
    private func text(_ file: ResultsFile) -> String {
        String(decoding: bytes(file.content, 0..<file.content.size), as: UTF8.self)
    }

    private func bytes(_ file: PartedBytes, _ range: Range<Int64>) -> [UInt8] {
        var reader = file.reader(of: range)
        var bytes: [UInt8] = []
        while let more = reader.read() { bytes += more }
        return bytes
    }

    private func gallery(_ kind: ResultsKind) throws -> ResultsFile {
        let job = try #require(Scene(World.files.plans).platform.jobs.first)
        let run = try #require(job.ended.first { $0.results == kind })
        return ResultsFile(job: job, run: run, identity: Scene.identity)
    }

    @Test func everyRunOfTheDemoHasOneLineForEachItemWithItsOutcome() throws {
        var scene = Scene(World.demo.plans, speed: 10)
        scene.advance(to: 120)
        for (job, run) in scene.platform.allRuns where run.hasResults && run.createdAt > Scene.start - .seconds(3600) {
            let lines = text(ResultsFile(job: job, run: run, identity: Scene.identity)).split(separator: "\n")
            let failed = lines.filter { !$0.contains("\"error\":null") }
            #expect(lines.count == run.finished, "\(job.plan.id) \(run.status)")
            #expect(failed.count == run.failed, "\(job.plan.id) \(run.status)")
        }
    }

    @Test func aLineHasTheKeysOfTheContract() throws {
        let file = try gallery(.items)
        let lines = try text(file).split(separator: "\n").map { try Value(Array($0.utf8)) }
        #expect(Set(lines.map(\.keys)) == [["apiInfo", "workspaceId", "project", "projectJob", "projectJobRun"]])
        let infos = lines.compactMap { $0["apiInfo"] }
        #expect(
            Set(infos.map(\.keys)) == [
                ["name", "parameters", "runId", "result", "started_at", "ended_at", "error", "reason", "trace_url", "log_url"]
            ])
        let good = infos.filter { $0["error"] == .null }
        let bad = infos.filter { $0["error"] != .null }
        #expect(Set(good.compactMap { $0["result"]?.keys }) == [["output", "extendedPayloads"]])
        #expect(Set(bad.compactMap { $0["error"]?.keys }) == [["message", "code", "category", "doc_url", "details"]])
        #expect(bad.allSatisfy { $0["result"] == .null && $0["error"]?["details"] == .object(["attempts_count": .number(2)]) })
        #expect(lines.allSatisfy { $0["projectJobRun"] == .object(["id": .string(file.run.id)]) })
    }

    @Test func theRunsInAFileAreThoseOfTheCallForSingleRuns() throws {
        let platform = Scene(World.files.plans).platform
        let file = try gallery(.items)
        for line in text(file).split(separator: "\n") {
            let info = try #require(try Value(Array(line.utf8))["apiInfo"])
            let answer = try Value(platform.result(ofRun: info["runId"]?.text ?? "").bytes)
            #expect(answer["status"] == (info["error"] == .null ? "completed" : "failed"))
            #expect(answer["error"]?["message"] ?? .null == info["error"]?["message"] ?? .null)
        }
    }

    @Test func listPagesNameTheItemsThatTheyAdded() throws {
        let job = try #require(Scene(World.demo.plans, speed: 10).platform.jobs.first { $0.plan.behaviour.growth != nil })
        let run = try #require(job.ended.first)
        let pages = (0..<run.begun).filter(job.plan.isPage).map { ItemRecord(job: job, run: run, index: $0).extendedPayloads }
        let added = try pages.compactMap { $0 }.map { try Value($0.bytes).elements.count }
        #expect(added[0] == (job.plan.behaviour.growth?.perPage ?? 0) + 1)
        #expect(added.count > 10)
    }

    @Test(arguments: FilesWorld.kinds)
    func anyPartOfAnyFileIsThatPartOfTheWhole(_ kind: ResultsKind) throws {
        if case .large = kind { return }
        let content = try gallery(kind).content
        let whole = bytes(content, 0..<content.size)
        #expect(Int64(whole.count) == content.size)
        let size = content.size
        for (first, last) in [(0, size / 3), (size / 3, size), (size / 2, size / 2 + 10), (size - 1, size)]
        where 0 <= first && last <= size {
            #expect(bytes(content, first..<max(first, last)) == Array(whole[Int(first)..<Int(max(first, last))]))
        }
        #expect(content.reversed.size == size)
    }

    @Test func aLargeFileIsReadAnywhereAtOnce() throws {
        let content = try gallery(.large(gibibytes: 5)).content
        #expect(content.size == 5 << 30)
        let last = bytes(content, content.size - 1024..<content.size)
        #expect(try Value(last)["apiInfo"]?["parameters"]?["page"] == .number(1_005_242_879))
    }

    @Test func aTerminatedRunsFileLeavesOutWhatWasStopped() throws {
        var scene = try Scene.triggered()
        scene.advance(to: 16)
        _ = try scene.platform.terminate(scene.runID, of: "job")
        scene.advance(to: 30)
        let file = try ResultsFile(job: scene.platform.jobs[0], run: scene.run, identity: Scene.identity)
        #expect(file.records.map(\.index) == [0, 1])
    }

    @Test func filesThatAreNotLinesAreWhatTheySay() throws {
        #expect(try Value(Array(text(gallery(.jsonArray)).utf8)).elements.count == 36)
        #expect(try Value(Array(text(gallery(.jsonObject)).utf8))["items"]?.elements.count == 36)
        #expect(try gallery(.nothing).content.size == 0)
        #expect(try text(gallery(.csv)).hasPrefix("name,runId,status,parameters,message,note\r\npage,"))
        #expect(try gallery(.longLines).content.part(0).count > 2 << 20)
        #expect(try text(gallery(.olderItems)).contains("\"result\":{\"status\":\"failed\",\"error\":\""))
    }
}

import Intuned
import Simulator
import Testing

/// Client, libcurl and the simulated platform together, over a socket.
struct PlatformTests {
    @Test(arguments: World.allCases) func everyCallOfEveryWorldIsUnderstood(_ world: World) async throws {
        try await Scene.with(world) { scene in
            let jobs = try await scene.client.call(Endpoints.jobs())
            #expect(jobs.serverTime != nil)
            #expect(jobs.value.jobs.isEmpty == (world == .empty))
            // NaN is not JSON, so the whole page is rejected; a test below covers that.
            for job in jobs.value.jobs where job.id != "not-a-number" {
                #expect(try await scene.client.call(Endpoints.job(job.id)).value.id == job.id)
                let page = try await scene.client.call(Endpoints.jobRuns(job: job.id, pageSize: 100)).value
                let rows = page.runs.count + page.badRows.count
                #expect(page.totalCount == rows || rows == 100, "\(job.id)")
                for run in page.runs.prefix(3) {
                    _ = try await scene.client.call(Endpoints.jobRun(job: job.id, run: run.id))
                }
            }
        }
    }

    @Test func theLastOfManyPagesIsThere() async throws {
        try await Scene.with(.huge) { scene in
            let first = try await scene.client.call(Endpoints.jobRuns(job: "price-ticks", pageSize: 50)).value
            let total = try #require(first.totalCount)
            #expect(total >= 100_000)
            let last = Endpoints.jobRuns(job: "price-ticks", pageSize: 50, pageNumber: (total - 1) / 50)
            let page = try await scene.client.call(last).value
            #expect(page.runs.count == (total - 1) % 50 + 1)
            #expect(Set(page.runs.map(\.id)).isDisjoint(with: first.runs.map(\.id)))
        }
    }

    /// Pages that many JSON readers reject as a whole; each has at least one good run.
    @Test(arguments: ["unpaired-surrogate", "ten-thousand-deep", "raw-control-characters"])
    func aPageWithARowThatIsHardlyJSONIsUnderstood(_ job: String) async throws {
        try await Scene.with(.strange) { scene in
            let page = try await scene.client.call(Endpoints.jobRuns(job: job)).value
            #expect(page.totalCount == 2)
            #expect(page.runs.count >= 1)
            #expect(page.runs.count + page.badRows.count == 2)
        }
    }

    @Test func aPageThatIsNoJSONIsRefusedWithItsBeginning() async throws {
        try await Scene.with(.strange) { scene in
            do throws(IntunedError) {
                _ = try await scene.client.call(Endpoints.jobRuns(job: "not-a-number"))
                Issue.record("the page was read")
            } catch {
                guard case .notUnderstood(.notJSON(let start)) = error else { throw error }
                #expect(start.hasPrefix(#"{"jobRuns":"#))
            }
        }
    }

    @Test(arguments: ["größe/preis liste", "100%25?query#fragment&a=b", ".."])
    func anyIdFindsItsJob(_ id: String) async throws {
        try await Scene.with(.strange) { scene in
            #expect(try await scene.client.call(Endpoints.job(id)).value.id == id)
            let run = try #require(try await scene.client.call(Endpoints.jobRuns(job: id)).value.runs.first)
            #expect(try await scene.client.call(Endpoints.jobRun(job: id, run: run.id)).value.jobRun.id == run.id)
        }
    }

    @Test func aJobIsTriggeredPausedResumedAndItsRunStopped() async throws {
        try await Scene.with(.demo) { scene in
            let job = "supplier-onboarding"
            let run = try await scene.client.call(Endpoints.trigger(job: job)).value.jobRunID
            let endpoint = Endpoints.jobRun(job: job, run: run)
            #expect(try await scene.client.call(endpoint).value.jobRun.type == .known(.manual))
            #expect(try await scene.client.call(Endpoints.pause(job: job)).value == Confirmation(message: "Paused"))
            #expect(try await scene.client.call(Endpoints.job(job)).value.state == .known(.paused))
            #expect(try await scene.client.call(Endpoints.resume(job: job)).value == Confirmation(message: "Resumed"))
            #expect(try await scene.client.call(Endpoints.job(job)).value.state == .known(.active))
            let stopped = try await scene.client.call(Endpoints.terminate(job: job, run: run)).value
            #expect(stopped == Confirmation(message: "JobRun terminated successfully."))
        }
    }
}

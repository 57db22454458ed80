import Dashboard
import Dispatch
import Glibc
import Intuned
import Simulator
import Testing

@testable import Runtime

/// Which message each order is answered with.
struct EffectRunnerTests {
    /// The first messages that come.
    private func messages(of mailbox: Mailbox) async -> [Message] {
        await withCheckedContinuation { continuation in
            // Not on a thread that the Tasks need which are waited for.
            DispatchQueue.global().async {
                var waiting = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
                continuation.resume(returning: poll(&waiting, 1, 10_000) == 1 ? mailbox.drain() : [])
            }
        }
    }

    /// What an order is answered with, and what the platform was asked.
    private func outcome(
        of effect: Effect, _ platform: StandInPlatform
    ) async throws -> (messages: [Message], requests: [String]) {
        let mailbox = try #require(Mailbox())
        EffectRunner(client: platform.client, transport: platform, mailbox: mailbox).run(effect)
        return (await messages(of: mailbox), platform.requests)
    }

    private let root = "GET https://api.example.com/w/projects/p"
    private let key = RunKey(job: "a/b", run: "r1")

    @Test func theJobsAreLoaded() async throws {
        let outcome = try await outcome(of: .loadJobs, StandInPlatform(.success("[]")))
        #expect(outcome.messages == [.jobsLoaded(.success(Answered(value: JobList())))])
        #expect(outcome.requests == ["\(root)/jobs"])
    }

    @Test func aPageOfRunsIsLoadedForItsTopic() async throws {
        let topic = Topic.runs(job: "a/b", page: 3)
        let outcome = try await outcome(
            of: .loadRuns(job: "a/b", page: 3, size: 50, topic: topic),
            StandInPlatform(.success(#"{"jobRuns":[],"totalCount":7}"#)))
        #expect(outcome.messages == [.runsLoaded(topic, .success(Answered(value: JobRunsPage(totalCount: 7))))])
        #expect(
            outcome.requests == ["\(root)/jobs/a%2Fb/runs?pageSize=50&pageNumber=3&sortBy=created_at%2Cdesc"])
    }

    @Test func aRunThatCannotBeLoadedIsAnsweredWithTheError() async throws {
        let outcome = try await outcome(of: .loadRun(key), StandInPlatform(.failure(.refused("api.example.com"))))
        #expect(outcome.messages == [.runLoaded(key, .failure(.notReachable(.refused("api.example.com"))))])
        #expect(outcome.requests == ["\(root)/jobs/a%2Fb/runs/r1"])
    }

    @Test func aFetchThatCannotBeginEndsWithTheError() async throws {
        let outcome = try await outcome(
            of: .fetchResults(FetchOrder(key, folder: ".")), StandInPlatform(.failure(.refused("api.example.com"))))
        #expect(
            outcome.messages == [.fetchEnded(key, .failure(.run(.notReachable(.refused("api.example.com")))))])
    }

    @Test(arguments: [Effect.copy("text"), .redraw, .suspend, .quit, .cancelFetch(RunKey(job: "j", run: "r"))])
    func ordersToOthersAskThePlatformForNothing(_ effect: Effect) throws {
        let mailbox = try #require(Mailbox())
        let platform = StandInPlatform.silent
        EffectRunner(client: platform.client, transport: platform, mailbox: mailbox).run(effect)
        #expect(platform.requests == [])
        #expect(mailbox.drain() == [])
    }

    @Test func aFetchTellsItsProgressUntilItIsStopped() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.large)
            let mailbox = try #require(Mailbox())
            let runner = EffectRunner(client: scene.client, transport: scene.transport, mailbox: mailbox)
            runner.run(.fetchResults(FetchOrder(key, folder: scene.folder.path)))
            guard case .fetchProgressed(key, let progress)? = await messages(of: mailbox).first else {
                Issue.record("no progress was told")
                return
            }
            #expect(progress.total == 1 << 30)
            runner.run(.cancelFetch(key))
            await runner.stop()
            #expect(mailbox.drain().last == .fetchEnded(key, .failure(.cancelled)))
            #expect(scene.folder.names == [])
        }
    }

    /// Reading a large answer takes seconds and cannot be stopped.
    @Test(.timeLimit(.minutes(1))) func stoppingDoesNotWaitForAnAnswerThatHeedsNoStop() async throws {
        let platform = StandInPlatform.silent
        defer { platform.release() }
        let mailbox = try #require(Mailbox())
        let runner = EffectRunner(client: platform.client, transport: platform, mailbox: mailbox)
        runner.run(.fetchResults(FetchOrder(key, folder: ".")))
        await runner.stop()
        #expect(mailbox.drain() == [.fetchEnded(key, .failure(.cancelled))])
    }

    @Test func whatAFetchHasNotClearedAwayInTimeIsClearedAwayForIt() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.longLines)
            scene.simulator.setFaults([.init(.store, .slow(bytesPerTick: 1024))])
            let mailbox = try #require(Mailbox())
            let runner = EffectRunner(client: scene.client, transport: scene.transport, mailbox: mailbox)
            runner.run(.fetchResults(FetchOrder(key, folder: scene.folder.path)))
            _ = await messages(of: mailbox)
            #expect(scene.folder.names == ["\(key.job)-\(key.run).jsonl.partial"])
            runner.clearAway()
            #expect(scene.folder.names == [])
            await runner.stop()
        }
    }

    @Test func stoppingWaitsUntilEveryFetchHasClearedAway() async throws {
        try await Scene.with { scene in
            let (first, second) = (try await scene.key(.large), try await scene.key(.longLines))
            scene.simulator.setFaults([.init(.store, .slow(bytesPerTick: 1024))])
            let mailbox = try #require(Mailbox())
            let runner = EffectRunner(client: scene.client, transport: scene.transport, mailbox: mailbox)
            for key in [first, second] { runner.run(.fetchResults(FetchOrder(key, folder: scene.folder.path))) }
            _ = await messages(of: mailbox)
            await runner.stop()
            #expect(scene.folder.names == [])
            let ended = mailbox.drain().filter { if case .fetchEnded = $0 { true } else { false } }
            #expect(ended.count == 2)
            for key in [first, second] { #expect(ended.contains(.fetchEnded(key, .failure(.cancelled)))) }
        }
    }
}

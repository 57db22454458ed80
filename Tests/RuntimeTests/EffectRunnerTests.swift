import Dashboard
import Dispatch
import FoundationEssentials
import Glibc
import Intuned
import Simulator
import Testing

@testable import Runtime

/// The message that answers each order.
struct EffectRunnerTests {
    /// The message that answers an order, and the requests to the platform.
    private func outcome(
        of effect: Effect, _ platform: StandInPlatform
    ) async throws -> (messages: [Message], requests: [String]) {
        let mailbox = try #require(Mailbox())
        EffectRunner(clients: [.first: platform.client], transport: platform, mailbox: mailbox).run(effect)
        return (await firstMessages(of: mailbox), platform.requests)
    }

    private let root = "GET https://api.example.com/w/projects/p"
    private let key = RunKey(profile: .first, job: "a/b", run: "r1")

    @Test func theJobsAreLoaded() async throws {
        let outcome = try await outcome(of: .call(.first, .jobs), StandInPlatform(.success("[]")))
        #expect(outcome.messages == [.jobsLoaded(.first, .success(Answered(value: JobList())))])
        #expect(outcome.requests == ["\(root)/jobs"])
    }

    @Test func aPageOfRunsIsLoadedForItsTopic() async throws {
        let topic = Topic.runs(job: "a/b", page: 3)
        let outcome = try await outcome(
            of: .call(.first, topic),
            StandInPlatform(.success(#"{"jobRuns":[],"totalCount":7}"#)))
        #expect(outcome.messages == [.runsLoaded(.first, topic, .success(Answered(value: JobRunsPage(totalCount: 7))))])
        #expect(
            outcome.requests == ["\(root)/jobs/a%2Fb/runs?pageSize=100&pageNumber=3&sortBy=created_at%2Cdesc"])
    }

    @Test func aRunThatCannotBeLoadedIsAnsweredWithTheError() async throws {
        let outcome = try await outcome(of: .call(.first, .run(key)), StandInPlatform(.failure(.refused("api.example.com"))))
        #expect(outcome.messages == [.runLoaded(key, .failure(.notReachable(.refused("api.example.com"))))])
        #expect(outcome.requests == ["\(root)/jobs/a%2Fb/runs/r1"])
    }

    @Test func aFetchThatCannotBeginEndsWithTheError() async throws {
        let outcome = try await outcome(
            of: .fetch(.begin(FetchOrder(key, folder: "."))), StandInPlatform(.failure(.refused("api.example.com"))))
        #expect(
            outcome.messages == [.fetchEnded(key, .failure(.run(.notReachable(.refused("api.example.com")))))])
    }

    @Test func savedFileIsCompleteWhenTheRunnerHasStopped() async throws {
        let (folder, mailbox) = (Folder(), try #require(Mailbox()))
        let platform = StandInPlatform.silent
        let log = "\(folder.path)/actions.jsonl"
        try folder.write(
            #"{"time":"2026-11-23T17:00:00Z","action":"trigger","job":"a","outcome":"accepted"}"#, to: "actions.jsonl")
        let runner = EffectRunner(
            clients: [.first: platform.client], transport: platform, mailbox: mailbox, log: ActionLog(path: log))
        let until = Date(timeIntervalSince1970: 1_795_456_800)
        let facts = HandoverFacts(
            project: "p", since: until.addingTimeInterval(-7200), until: until, offsets: .fixed(0), jobs: [], problems: [])
        let orders = [
            SaveOrder(path: "\(folder.path)/page.txt", content: .page("text\n")),
            SaveOrder(path: "\(folder.path)/handover.md", content: .handover(facts)),
        ]
        for order in orders { runner.run(.save(order)) }
        await runner.stop()
        #expect(try folder.read("page.txt") == Array("text\n".utf8))
        let handover = String(decoding: try folder.read("handover.md"), as: UTF8.self)
        #expect(handover.contains("- 2026-11-23 17:00 UTC: trigger **a**: accepted by the platform"))
        #expect(Set(mailbox.drain().map(String.init(describing:))) == Set(orders.map { "\(Message.saved($0, nil))" }))
    }

    @Test(arguments: [
        Effect.terminal(.copy("text")), .terminal(.redraw), .terminal(.title("t")), .terminal(.suspend), .quit,
        .fetch(.stop(RunKey(profile: .first, job: "j", run: "r"))),
    ])
    func ordersToOthersAskThePlatformForNothing(_ effect: Effect) throws {
        let mailbox = try #require(Mailbox())
        let platform = StandInPlatform.silent
        EffectRunner(clients: [.first: platform.client], transport: platform, mailbox: mailbox).run(effect)
        #expect(platform.requests == [])
        #expect(mailbox.drain() == [])
    }

    @Test func aFetchTellsItsProgressUntilItIsStopped() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.large)
            let mailbox = try #require(Mailbox())
            let runner = EffectRunner(clients: [.first: scene.client], transport: scene.transport, mailbox: mailbox)
            runner.run(.fetch(.begin(FetchOrder(key, folder: scene.folder.path))))
            guard case .fetchProgressed(key, let progress)? = await firstMessages(of: mailbox).first else {
                Issue.record("no progress was told")
                return
            }
            #expect(progress.total == 1 << 30)
            runner.run(.fetch(.stop(key)))
            await runner.stop()
            #expect(mailbox.drain().last == .fetchEnded(key, .failure(.cancelled)))
            #expect(scene.folder.names == [])
        }
    }

    /// Decoding a large answer takes seconds and cannot be stopped.
    @Test(.timeLimit(.minutes(1))) func stoppingDoesNotWaitForAnAnswerThatHeedsNoStop() async throws {
        let platform = StandInPlatform.silent
        defer { platform.release() }
        let mailbox = try #require(Mailbox())
        let runner = EffectRunner(clients: [.first: platform.client], transport: platform, mailbox: mailbox)
        runner.run(.fetch(.begin(FetchOrder(key, folder: "."))))
        await runner.stop()
        #expect(mailbox.drain() == [.fetchEnded(key, .failure(.cancelled))])
    }

    @Test func whatAFetchHasNotClearedAwayInTimeIsClearedAwayForIt() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.longLines)
            scene.simulator.setFaults([.init(.store, .slow(bytesPerTick: 1024))])
            let mailbox = try #require(Mailbox())
            let runner = EffectRunner(clients: [.first: scene.client], transport: scene.transport, mailbox: mailbox)
            runner.run(.fetch(.begin(FetchOrder(key, folder: scene.folder.path))))
            _ = await firstMessages(of: mailbox)
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
            let runner = EffectRunner(clients: [.first: scene.client], transport: scene.transport, mailbox: mailbox)
            for key in [first, second] { runner.run(.fetch(.begin(FetchOrder(key, folder: scene.folder.path)))) }
            _ = await firstMessages(of: mailbox)
            await runner.stop()
            #expect(scene.folder.names == [])
            let ended = mailbox.drain().filter { if case .fetchEnded = $0 { true } else { false } }
            #expect(ended.count == 2)
            for key in [first, second] { #expect(ended.contains(.fetchEnded(key, .failure(.cancelled)))) }
        }
    }

    @Test func renewedLinkIsToldAsARequest() async throws {
        try await Scene.with { scene in
            let key = try await scene.key(.items)
            scene.simulator.setFaults([.init(.store, .expired, times: 1)])
            let mailbox = try #require(Mailbox())
            let runner = EffectRunner(clients: [.first: scene.client], transport: scene.transport, mailbox: mailbox)
            runner.run(.fetch(.begin(FetchOrder(key, folder: scene.folder.path))))
            var messages: [Message] = []
            while !messages.contains(where: { if case .fetchEnded = $0 { true } else { false } }) {
                let further = await firstMessages(of: mailbox)
                guard !further.isEmpty else { break }
                messages += further
            }
            #expect(messages.count { $0 == .linkRenewed(key) } == 1)
        }
    }
}

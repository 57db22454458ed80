import Dashboard
import FoundationEssentials
import Intuned
import ResultsFile
import Testing

@testable import Runtime

/// Actions in the runtime: each is sent once, whatever comes of it, and its line is written.
struct ActionEffectTests {
    private let root = "POST https://api.example.com/w/projects/p"

    private func action(_ kind: Action.Kind) -> Action {
        Action(kind, ActionTarget(profile: .first, project: "p", job: "a/b", run: kind == .terminate ? "r1" : nil))
    }

    private func outcome(
        _ kind: Action.Kind, _ answer: Result<String, HTTPTransportError>
    ) async throws -> (messages: [Message], requests: [String]) {
        let (mailbox, platform) = (try #require(Mailbox()), StandInPlatform(answer))
        let runner = EffectRunner(clients: [.first: platform.client], transport: platform, mailbox: mailbox)
        runner.run(.act(.send(7, action(kind))))
        let messages = await firstMessages(of: mailbox)
        await runner.stop()
        return (messages + mailbox.drain(), platform.requests)
    }

    @Test(arguments: [
        (Action.Kind.trigger, "/jobs/a%2Fb/trigger"), (.terminate, "/jobs/a%2Fb/runs/r1/terminate"),
        (.pause, "/jobs/a%2Fb/pause"),
        (.resume, "/jobs/a%2Fb/resume"),
    ]) func eachKindHasItsAddress(_ kind: Action.Kind, _ path: String) async throws {
        let outcome = try await outcome(kind, .success(#"{"jobRunId":"n","message":"m"}"#))
        #expect(outcome.requests == [root + path])
        let answer = ActionAnswer(newRun: kind == .trigger ? "n" : nil, message: "m")
        #expect(outcome.messages == [.actionAnswered(7, .success(Answered(value: answer)))])
    }

    @Test(arguments: [
        HTTPTransportError.timedOut(seconds: 15), .connectionLost(.closed(.answer)),
        .connectionLost(.reset(.body(received: 3, expected: 9))),
        .refused("h"),
    ]) func failedActionIsNotSentAgain(_ error: HTTPTransportError) async throws {
        let outcome = try await outcome(.trigger, .failure(error))
        #expect(outcome.requests == [root + "/jobs/a%2Fb/trigger"])
        #expect(outcome.messages == [.actionAnswered(7, .failure(.notReachable(error)))])
    }

    @Test func lineIsWrittenAndStoppingWaitsForIt() async throws {
        let (folder, mailbox) = (Folder(), try #require(Mailbox()))
        let platform = StandInPlatform.silent
        let runner = EffectRunner(
            clients: [.first: platform.client], transport: platform, mailbox: mailbox,
            log: ActionLog(path: "\(folder.path)/actions.jsonl"))
        let record = ActionRecord(
            action(.pause), at: .init(timeIntervalSince1970: 0), source: .dashboard, host: "h", seconds: nil)
        runner.run(.act(.record(record)))
        await runner.stop()
        #expect(folder.names == ["actions.jsonl"])
        #expect(mailbox.drain() == [])
    }

    @Test func lineWithoutAPlaceIsReported() async throws {
        let mailbox = try #require(Mailbox())
        let platform = StandInPlatform.silent
        let record = ActionRecord(
            action(.pause), at: .init(timeIntervalSince1970: 0), source: .dashboard, host: "h", seconds: nil)
        let runner = EffectRunner(clients: [.first: platform.client], transport: platform, mailbox: mailbox)
        runner.run(.act(.record(record)))
        #expect(mailbox.drain() == [.actionNotRecorded(nil)])
        let folder = Folder()
        try folder.write("", to: "file")
        let log = ActionLog(path: "\(folder.path)/file/actions.jsonl")
        EffectRunner(clients: [:], transport: platform, mailbox: mailbox, log: log).run(.act(.record(record)))
        let failures = await firstMessages(of: mailbox).map {
            if case .actionNotRecorded(let failure) = $0 { failure != nil } else { false }
        }
        #expect(failures == [true])
    }
}

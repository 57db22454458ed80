import CurlTransport
import Dashboard
import FoundationEssentials
import Insight
import Intuned
import Metrics
import Rehearsal
import Simulator
import Testing

@testable import jobtop

/// The requests behind the metrics, on the simulated platform.
struct ProjectPollTests {
    private func poll(_ platform: SimulatedPlatform) -> ProjectPoll {
        let record = SharedRecord(workspace: "w", project: "p", clock: platform.clock)
        return ProjectPoll(client: platform.client(), record: record, clock: platform.clock)
    }

    private func value(_ name: String, _ poll: ProjectPoll) -> String? {
        let line = poll.record.text(.openMetrics).split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split(separator: " ").last.map(String.init)
    }

    @Test func roundAsksForEachJobOnce() async throws {
        let platform = try await SimulatedPlatform()
        let poll = poll(platform)
        let error = try await poll.round()
        let requests = platform.simulator.requests.count
        await platform.stop()
        #expect(error == nil)
        #expect(requests == 17 && poll.record.jobs.count == 16)
        #expect(value("jobtop_up", poll) == "1")
        #expect(value(#"jobtop_requests_total{workspace="w",project="p",outcome="ok"}"#, poll) == "17")
    }

    @Test func roundsStayWithinTheBudgetAndSurviveAnOutage() async throws {
        let project = SmallProject(jobs: 100, outage: 300..<600)
        let clock = project.clock(end: 1200)
        let record = SharedRecord(workspace: "w", project: "p", clock: clock)
        let poll = ProjectPoll(client: project.client, record: record, clock: clock)
        let notes = Notes()
        let failure = await Task {
            do throws(CommandFailure) { try await poll.rounds(every: 10) { notes.add($0) } } catch { return error }
        }.value
        #expect(failure == .interrupted)
        #expect(notes.all == [false, true])
        let requests = project.requests
        // Eighty a minute leave the reserve for somebody who looks at a screen.
        #expect(zip(requests, requests.dropFirst(80)).allSatisfy { $1 - $0 >= 59.999 })
        #expect(requests.count { $0 < 300 } >= 380)
        #expect((8...15).contains(requests.count { project.outage.contains($0) }))
        #expect(requests.count { $0 >= 660 } >= 700)
    }

    @Test func exportWaitsNoLongerThanItsPatience() async throws {
        let platform = try await SimulatedPlatform()
        platform.simulator.setFaults([Fault(.jobs, .serverError)])
        let poll = poll(platform)
        let (error, tried) = try await poll.patientRound(30) { _, _ in }
        await platform.stop()
        #expect(error.map { CommandFailure.platform($0, host: "h", tried: tried).status } == .lost)
        #expect(tried > 5 && tried < 30)
        #expect(value("jobtop_up", poll) == "0")
    }

    @Test func failureOfOneJobEndsNoRound() async throws {
        let platform = try await SimulatedPlatform()
        platform.simulator.setFaults([Fault(.runs, .serverError, times: 1)])
        let poll = poll(platform)
        let error = try await poll.round()
        await platform.stop()
        #expect(error == nil)
        #expect(value("jobtop_up", poll) == "1")
        #expect(value(#"jobtop_requests_total{workspace="w",project="p",outcome="server_error"}"#, poll) == "1")
    }

    @Test func problemsAreThoseOfTheCommand() async throws {
        let simulator = try await Noon.platform(.troubles)
        let given = Dictionary(simulator.environment.map { ($0.name, $0.value) }) { first, _ in first }
        let curl = try CurlTransport()
        let client = IntunedClient(
            baseURL: simulator.baseURL, workspaceID: given["INTUNED_WORKSPACE_ID"] ?? "",
            project: given["INTUNED_PROJECT"] ?? "", apiKey: Secret(given["INTUNED_API_KEY"] ?? ""), transport: curl)
        let noon = RehearsalClock(start: Date(timeIntervalSince1970: Noon.seconds))
        let clock = CommandClock(now: { noon.now }, wait: { noon.advance(by: $0) })
        let poll = ProjectPoll(
            client: client, record: SharedRecord(workspace: "w", project: "p", clock: clock), clock: clock)
        _ = try await poll.round()
        let survey = try await ProjectSurvey.take(from: PatientClient(client, host: "h", patience: 0))
        curl.shutdown()
        await simulator.stop()
        #expect(poll.record.problems == survey.problems)
        #expect(!survey.problems.isEmpty)
    }

    @Test func asManyRunsAreJudgedAsInTheDashboard() { #expect(ProjectRecord.mostRuns == RunsListing.headSize) }

    @Test func fileIsReplacedAsAWholeAndReadableByAll() throws {
        let folder = Folder()
        let path = try folder.write("old", to: "jobtop.prom")
        try ReplacedFile(path: path, mode: 0o644).write("new\n")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "new\n")
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o644)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["jobtop.prom"])
        #expect(throws: CommandFailure.self) { try ReplacedFile(path: "\(folder.path)/no/file", mode: 0o644).write("") }
    }
}

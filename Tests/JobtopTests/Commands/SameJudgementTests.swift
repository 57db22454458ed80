import CurlTransport
import Dashboard
import FoundationEssentials
import Insight
import Intuned
import Simulator
import Testing
import TextScreen

@testable import jobtop

/// `jobtop problems` and the dashboard say the same of the same answers.
struct SameJudgementTests {
    @Test(arguments: [World.demo, .troubles, .failing, .strange]) func problemsAreThoseOfTheDashboard(world: World) async throws {
        let simulator = try await Noon.platform(world)
        let variables = Dictionary(uniqueKeysWithValues: simulator.environment.map { ($0.name, $0.value) })
        let transport = try CurlTransport(options: .init(userAgent: "test", caFile: nil, environment: [:]))
        let client = IntunedClient(
            baseURL: simulator.baseURL, workspaceID: variables["INTUNED_WORKSPACE_ID"] ?? "",
            project: variables["INTUNED_PROJECT"] ?? "", apiKey: Secret(variables["INTUNED_API_KEY"] ?? ""), transport: transport)
        let survey = try await ProjectSurvey.take(from: PatientClient(client, host: "h", patience: 0))
        let problems = try await Self.problemsOfTheDashboard(client)
        transport.shutdown()
        await simulator.stop()
        // A page that is not JSON keeps nobody from judging the other jobs.
        #expect((survey.unknown > 0) == (world == .strange))
        #expect(survey.problems == problems)
        #expect(!problems.isEmpty)
    }

    /// The problems after the answers for the jobs and for the newest runs of each.
    private static func problemsOfTheDashboard(_ client: IntunedClient) async throws -> [Problem] {
        let now = Dashboard.Moment(wall: Date(timeIntervalSince1970: Noon.seconds), uptime: 0)
        let settings = Settings(profile: ProfileSettings(project: "p", host: "h", webOrigin: "w"))
        var state = State(settings: settings, size: Size(columns: 80, rows: 24), now: now)
        let jobs = try await client.call(Endpoints.jobs())
        _ = state.update(.jobsLoaded(.first, .success(jobs)), at: now)
        for job in jobs.value.jobs {
            let endpoint = Endpoints.jobRuns(job: job.id, pageSize: RunsListing.headSize)
            guard let runs = try? await client.call(endpoint) else { continue }
            _ = state.update(.runsLoaded(.first, .newestRuns(job: job.id), .success(runs)), at: now)
        }
        return state.judgements.problems
    }
}

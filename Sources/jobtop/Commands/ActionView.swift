import Dashboard
import Intuned

/// The target of an action as an answer showed it.
struct ActionView: Sendable {
    /// The job or the run.
    var target: ActionTarget
    /// The newest runs of the job, for an action that starts one.
    var runs: [JobRun] = []
    /// When the answer arrived.
    var known: KnownTime

    /// Its status.
    var sighting: Sighting { target.seen }

    /// Asks for a job, and for its newest runs.
    static func job(_ id: String, withRuns: Bool, _ platform: CommandPlatform) async throws(CommandFailure) -> ActionView {
        let jobs = try await platform.client.ask(Endpoints.jobs())
        guard let job = jobs.value.jobs.first(where: { $0.id == id }) else {
            throw .notFound(CommandWording.noJob(id, project: platform.settings.project))
        }
        let target = ActionTarget(
            profile: .first, project: platform.settings.project, job: id, seen: Sighting(of: job), seenAt: jobs.time.arrived)
        guard withRuns else { return ActionView(target: target, known: jobs.time) }
        let page = try await platform.client.ask(Endpoints.jobRuns(job: id, pageSize: RunsListing.headSize))
        return ActionView(target: target, runs: page.value.runs, known: page.time)
    }

    /// Asks for a run.
    static func run(_ id: String, of job: String, _ platform: CommandPlatform) async throws(CommandFailure) -> ActionView {
        let answer = try await platform.client.ask(Endpoints.jobRun(job: job, run: id))
        let target = ActionTarget(
            profile: .first, project: platform.settings.project, job: job, run: id,
            seen: Sighting(of: answer.value.jobRun), seenAt: answer.time.arrived)
        return ActionView(target: target, known: answer.time)
    }

    /// Asks again for the same target, whatever the command line would mean now.
    func again(_ kind: Action.Kind, _ platform: CommandPlatform) async throws(CommandFailure) -> ActionView {
        guard let run = target.run else {
            return try await ActionView.job(target.job, withRuns: kind == .trigger, platform)
        }
        return try await ActionView.run(run, of: target.job, platform)
    }
}

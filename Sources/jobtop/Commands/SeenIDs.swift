import Dashboard
import FoundationEssentials
import Intuned
import Runtime

extension SeenFile {
    /// Where the ids of the project are kept for the completion in a shell; nil without a home.
    static func of(_ platform: PlatformSettings, _ environment: [String: String]) -> SeenFile? {
        path(environment: environment).map {
            SeenFile(path: $0, workspace: platform.workspace, project: platform.project)
        }
    }
}

extension CommandPlatform {
    /// Keeps the ids of a job for the completion in a shell; the command does not fail if that fails.
    func keepSeen(_ job: SeenJob?, in surroundings: CommandSurroundings) {
        guard let job else { return }
        seen?.keep([job], isWhole: false, at: Date(), unfinished: surroundings.unfinished)
    }
}

extension ProjectSurvey {
    /// Keeps the ids of all jobs, and of the runs that were asked for.
    func keepSeen(on platform: CommandPlatform, in surroundings: CommandSurroundings) {
        let seen = jobs.compactMap { SeenJob($0.job, runs: $0.runs) }
        platform.seen?.keep(seen, isWhole: true, at: Date(), unfinished: surroundings.unfinished)
    }
}

extension ActedRecord {
    /// What an action shows of its job; nil if its id cannot be offered.
    var seen: SeenJob? {
        guard PlainID.isPlain(target.job) else { return nil }
        var job = SeenJob(id: target.job)
        switch action {
        case .trigger:
            let started = Int(known.date.timeIntervalSince1970.rounded())
            job.runs = newRun.map { [$0].filter(PlainID.isPlain) }?.map {
                SeenRun(id: $0, status: JobRunStatus.pending.rawValue, start: started)
            }
        case .terminate: return nil
        case .pause: job.isPaused = true
        case .resume: job.isPaused = false
        }
        return job
    }
}

import FoundationEssentials
import Intuned

/// The requests of pages on which all jobs matter, whichever of them is on the screen.
extension State {
    /// The list of jobs; it is requested less often than a run, since it changes only when someone changes a job.
    var wantOfJobs: Want { Want(.jobs, every: polling.interval * 5) }

    /// The runs of every job; those with an active run most often.
    var wantsOfAllRuns: [Want] {
        (records.jobs?.jobs ?? []).map { job in
            let newest = records.listings[job.id]?.runs.first
            return Want.runs(
                of: job.id, isActive: newest?.isActive ?? false, isBehind: job.isAhead(of: newest), interval: polling.interval)
        }
    }

    /// What a page of all jobs stands on: the runs that have come, or that cannot be requested; if all fail, the page fails too.
    var rowWantsOfAllRuns: (wants: [Want], speakForAll: Bool) {
        let known = wantsOfAllRuns.filter { want in
            guard case .newestRuns(let job) = want.topic else { return false }
            return records.listings[job] != nil || polling.track(want.topic).failure != nil
        }
        return (known, known.allSatisfy { polling.track($0.topic).failure != nil })
    }
}

extension Want {
    /// The newest runs of a job on the screen: often while a run is active, and at once while the list of jobs knows of a later run.
    static func runs(of job: String, isActive: Bool, isBehind: Bool, interval: Double) -> Want {
        Want(.newestRuns(job: job), every: isBehind ? interval : interval * (isActive ? 5 : 20))
    }
}

extension JobListItem {
    /// Whether the list of jobs knows of a later run than the list of runs; the two clocks may differ a little.
    func isAhead(of newest: JobRun?) -> Bool {
        guard let last = lastRunTime?.date, let known = newest?.startTime?.date else { return false }
        return last.timeIntervalSince(known) > 5
    }
}

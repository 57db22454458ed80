/// Something that jobtop asks the platform to do, once, to a target that nothing changes any more.
package struct Action: Hashable, Sendable {
    /// What the platform is asked to do.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Start a run of a job.
        case trigger
        /// Stop a run.
        case terminate
        /// Start no more runs of a job, and hold its active runs.
        case pause
        /// Continue a paused job and its runs.
        case resume
    }

    /// What the platform is asked to do.
    package let kind: Kind
    /// The job or run that it is done to.
    package let target: ActionTarget

    /// Creates an action.
    package init(_ kind: Kind, _ target: ActionTarget) {
        (self.kind, self.target) = (kind, target)
    }

    /// The URL path of its request, by which the budget counts.
    var path: [String] {
        switch kind {
        case .trigger, .pause, .resume: ["jobs", target.job, kind.rawValue]
        case .terminate: ["jobs", target.job, "runs", target.run ?? "", kind.rawValue]
        }
    }

    /// The topic whose answers show the effect.
    var topicOfEffect: Topic {
        switch kind {
        case .trigger: .newestRuns(job: target.job)
        case .terminate: target.key.map(Topic.run) ?? .newestRuns(job: target.job)
        case .pause, .resume: .jobs
        }
    }
}

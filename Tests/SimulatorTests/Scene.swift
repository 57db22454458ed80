@testable import Simulator

/// A platform with one simple job, advanced by hand: six items of 10 s, two at a time, after 5 s in the queue.
struct Scene {
    static let start = Moment(milliseconds: 1_795_500_000_000)
    static let identity = Identity(apiKey: "key", workspaceID: "workspace", project: "project", projectID: "project-id")

    static var plan: Plan {
        Plan(
            id: "job", configuration: Configuration(maximumAttempts: 1, maxConcurrentRequests: 2),
            payload: Plan.items(6, "api", .products),
            behaviour: Behaviour(subject: .products, itemSeconds: 10...10, queueSeconds: 5...5, resumeSeconds: 4...4),
            history: History(runs: 0))
    }

    var platform: Platform
    private(set) var runID = ""

    init(_ plans: [Plan], speed: Double = 1, seed: UInt64 = 1) {
        platform = Platform(plans: plans, identity: Scene.identity, seed: seed, speed: speed, at: Scene.start)
    }

    /// The simple job with changes, and its first run just triggered.
    static func triggered(speed: Double = 1, _ change: (inout Plan) -> Void = { _ in }) throws -> Scene {
        var plan = Scene.plan
        change(&plan)
        var scene = Scene([plan], speed: speed)
        scene.runID = try scene.platform.trigger(plan.id)
        return scene
    }

    /// Advances the clock to this many seconds after the start.
    mutating func advance(to seconds: Double) {
        platform.advance(to: Scene.start + .milliseconds(Int64(seconds * 1000)))
    }

    /// The summary of the run.
    var sight: Sight {
        get throws {
            let run = try platform.run(runID, of: platform.jobs[0].plan.id).run
            return Sight(run.status, run.payloads, run.succeeded, run.failed)
        }
    }

    var run: Run {
        get throws { try platform.run(runID, of: platform.jobs[0].plan.id).run }
    }
}

/// Status and counts of a run.
struct Sight: Equatable, CustomStringConvertible {
    var status: StatusWord
    var payloads: Int
    var succeeded: Int
    var failed: Int

    init(_ status: StatusWord, _ payloads: Int, _ succeeded: Int, _ failed: Int) {
        (self.status, self.payloads, self.succeeded, self.failed) = (status, payloads, succeeded, failed)
    }

    var description: String { "\(status.rawValue) \(succeeded)+\(failed)/\(payloads)" }
}

extension Platform {
    /// Every run of every job, the newest first.
    var allRuns: [(job: Job, run: Run)] {
        jobs.flatMap { job in (job.active + job.ended.reversed()).map { (job, $0) } }
    }
}

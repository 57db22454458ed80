/// The call that a request to the API makes (API.md, section 2).
enum Route: Equatable {
    case jobs
    case job(String)
    case runs(String)
    case run(job: String, run: String)
    case trigger(String)
    case terminate(job: String, run: String)
    case pause(String)
    case resume(String)
    case result(String)
    case start

    /// The route of a method and the parts of a path after the project; nil if the API has no such path.
    init?(_ method: String, _ parts: ArraySlice<String>) throws(Refusal) {
        let parts = Array(parts)
        let expected: String
        switch (parts.count, parts.first, parts.last) {
        case (1, "jobs", _): (self, expected) = (.jobs, "GET")
        case (2, "jobs", _): (self, expected) = (.job(parts[1]), "GET")
        case (3, "jobs", "runs"): (self, expected) = (.runs(parts[1]), "GET")
        case (3, "jobs", "trigger"): (self, expected) = (.trigger(parts[1]), "POST")
        case (3, "jobs", "pause"): (self, expected) = (.pause(parts[1]), "POST")
        case (3, "jobs", "resume"): (self, expected) = (.resume(parts[1]), "POST")
        case (4, "jobs", _) where parts[2] == "runs": (self, expected) = (.run(job: parts[1], run: parts[3]), "GET")
        case (5, "jobs", "terminate") where parts[2] == "runs":
            (self, expected) = (.terminate(job: parts[1], run: parts[3]), "POST")
        case (2, "run", "start"): (self, expected) = (.start, "POST")
        case (3, "run", "result"): (self, expected) = (.result(parts[1]), "GET")
        default: return nil
        }
        if method != expected { throw .methodNotAllowed(method) }
    }

    /// Whether the call changes something.
    var isAction: Bool {
        switch self {
        case .trigger, .terminate, .pause, .resume, .start: true
        case .jobs, .job, .runs, .run, .result: false
        }
    }

    /// The kind of call, for which faults are set.
    var call: Call {
        switch self {
        case .jobs: .jobs
        case .job: .job
        case .runs: .runs
        case .run: .run
        case .trigger: .trigger
        case .terminate: .terminate
        case .pause: .pause
        case .resume: .resume
        case .result: .result
        case .start: .start
        }
    }
}

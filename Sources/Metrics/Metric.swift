/// A metric that jobtop exports; its name is stable, and docs/FLEET.md lists it.
package enum Metric: String, CaseIterable, Hashable, Sendable {
    case up = "jobtop_up"
    case buildInfo = "jobtop_build_info"
    case startTime = "jobtop_start_time_seconds"
    case residentMemory = "jobtop_resident_memory_bytes"
    case requests = "jobtop_requests"
    case lastAnswer = "jobtop_last_answer_timestamp_seconds"
    case jobsLeftOut = "jobtop_jobs_left_out"
    case jobsAge = "intuned_jobs_age_seconds"
    case jobs = "intuned_jobs"
    case problems = "intuned_problems"
    case jobActive = "intuned_job_active"
    case jobAge = "intuned_job_age_seconds"
    case jobNextRun = "intuned_job_next_run_timestamp_seconds"
    case jobRuns = "intuned_job_runs"
    case jobActiveRuns = "intuned_job_active_runs"
    case lastRunStatus = "intuned_job_last_run_status"
    case lastRunStart = "intuned_job_last_run_start_timestamp_seconds"
    case lastRunItems = "intuned_job_last_run_items"
    case lastRunDuration = "intuned_job_last_run_duration_seconds"
    case lastSuccess = "intuned_job_last_success_timestamp_seconds"
    case usualDuration = "intuned_job_usual_duration_seconds"
    case usualItems = "intuned_job_usual_items"
    case usualFailures = "intuned_job_usual_failure_ratio"
    case verdicts = "intuned_job_verdicts"

    /// How the values of a metric change.
    package enum Kind: String, Hashable, Sendable {
        /// A value that rises and falls.
        case gauge
        /// A number that only rises while the program runs.
        case counter
    }

    /// How its values change.
    package var kind: Kind { self == .requests ? .counter : .gauge }

    /// The unit of its values, as the end of its name says; nil for a plain number.
    package var unit: String? { ["seconds", "bytes", "ratio"].first { rawValue.hasSuffix("_\($0)") } }

    /// The name of its samples: a counter's ends with `_total`.
    package var sampleName: String { kind == .counter ? "\(rawValue)_total" : rawValue }

    /// The names of its labels, besides `workspace` and `project`, which every sample has.
    package var labels: [String] {
        switch self {
        case .up, .startTime, .residentMemory, .lastAnswer, .jobsLeftOut, .jobsAge: []
        case .buildInfo: ["version", "commit"]
        case .requests: ["outcome"]
        case .jobs: ["state"]
        case .problems: ["severity"]
        case .jobActive, .jobAge, .jobNextRun, .jobActiveRuns, .lastRunStart, .lastRunDuration, .lastSuccess: ["job_id"]
        case .jobRuns, .lastRunStatus: ["job_id", "status"]
        case .lastRunItems: ["job_id", "outcome"]
        case .usualDuration, .usualItems, .usualFailures: ["job_id", "bound"]
        case .verdicts: ["job_id", "kind", "severity"]
        }
    }

    /// What it says, in one sentence.
    package var help: String {
        switch self {
        case .up: "1 if the platform answered the latest request, 0 if it did not."
        case .buildInfo: "Always 1; the labels name the version of jobtop."
        case .startTime: "When jobtop started, in Unix time."
        case .residentMemory: "Memory that jobtop occupies."
        case .requests: "Requests that jobtop sent, by outcome."
        case .lastAnswer: "When the platform last answered, in Unix time by the clock of this machine."
        case .jobsLeftOut: "Jobs that are not exported, because there are too many or because their names collide."
        case .jobsAge: "Age of the list of jobs."
        case .jobs: "Jobs of the project, by state."
        case .problems: "Problems as in the dashboard, by severity; one problem may concern several jobs."
        case .jobActive: "1 if the job starts runs, 0 if it is paused."
        case .jobAge: "Age of the data about the runs of the job."
        case .jobNextRun: "When the schedule starts the job next, in Unix time."
        case .jobRuns: "The newest runs of the job, at most 20, by status."
        case .jobActiveRuns: "Runs of the job that are not over."
        case .lastRunStatus: "Always 1; the label names the status of the newest run."
        case .lastRunStart: "When the newest run started, in Unix time."
        case .lastRunItems: "Items of the newest run, by outcome."
        case .lastRunDuration: "Duration of the newest run that is over."
        case .lastSuccess: "When the newest successful run ended, in Unix time."
        case .usualDuration: "Usual duration of runs like the newest one: the median, and the range of four in five runs."
        case .usualItems: "Usual number of items of runs like the newest one."
        case .usualFailures: "Usual share of failed items of runs like the newest one."
        case .verdicts: "Verdicts on the job as in the dashboard, by kind and severity."
        }
    }
}

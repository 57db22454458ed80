import Dashboard
import FoundationEssentials
import Glibc
import Intuned
import Query
import TextScreen

// core-bench [REPETITIONS]: measures the core's cost of a key press and of an answer, with as many rows as it keeps, beside the
// unavoidable cost of drawing the same screen. Prints medians in microseconds and their ratio.
//
// core-bench find QUERY|FIELD|- ROWS: filters or sorts so many runs once, for counting instructions from outside; `-` does
// nothing with them, which is what to subtract (Scripts/count-instructions).
//
// core-bench step STEP TIMES: does one piece of the program's work so many times, for the same purpose.

let repetitions = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 200
var now = Moment(wall: Date(timeIntervalSince1970: 1_795_456_800), uptime: 1000)
let size = Size(columns: 160, rows: 50)

@MainActor func run(_ number: Int, _ status: JobRunStatus = .success) -> JobRun {
    let time = Timestamp(now.wall.addingTimeInterval(Double(-60 * number)))
    return JobRun(
        id: "run-\(number)-\(number &* 2_654_435_761 % 1_000_003)", status: .known(status), jobID: "nightly", startTime: time,
        endTime: status == .pending ? nil : time, createdAt: time, type: .known(.scheduled), payloads: 100, successfulRuns: 90,
        failedRuns: 10)
}

if CommandLine.arguments.count == 4, CommandLine.arguments[1] == "step", let times = Int(CommandLine.arguments[3]) {
    guard let step = Step(rawValue: CommandLine.arguments[2]) else {
        print("steps: \(Step.allCases.map(\.rawValue).joined(separator: " "))")
        exit(2)
    }
    try await step.run(times)
    exit(0)
}

if CommandLine.arguments.count == 4, CommandLine.arguments[1] == "find", let rows = Int(CommandLine.arguments[3]) {
    let wanted = CommandLine.arguments[2]
    let runs = (0..<rows).map { run($0, $0 % 9 == 0 ? .failure : .success) }
    let surroundings = QuerySurroundings(now: now.wall) { _ in 0 }
    if RunFields.names.kinds[wanted] != nil {
        print(ListOrder(by: wanted).sorted(RunFields.rows(runs, known: now.wall, needsUsual: false), RunFields.all).count)
    } else if wanted != "-" {
        let query = Query(wanted, RunFields.names)
        let matcher = QueryMatcher(query, RunFields.all, in: surroundings) { $0.run.searchable }
        print(RunFields.rows(runs, known: now.wall, needsUsual: query.comparesWithUsual).count(where: matcher.matches))
    }
    exit(0)
}

@MainActor func state(pages: [Page] = []) -> State {
    var state = State(settings: Settings(profile: ProfileSettings(project: "bench")), size: size, now: now, pages: pages)
    _ = state.update(.resized(size), at: now)
    return state
}

/// The median duration of several calls, in microseconds.
@MainActor func median(_ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    let times = (0..<repetitions).map { _ in clock.measure(work) / .microseconds(1) }.sorted()
    return times[times.count / 2]
}

@MainActor func report(_ name: String, _ cost: Double, beside drawing: Double) {
    let padded = name + String(repeating: " ", count: max(0, 64 - name.count))
    print("\(padded) \(Int(cost)) us, drawing \(Int(drawing)) us, ratio \((cost / drawing * 100).rounded() / 100)")
}

// 20,000 loaded runs, filtered to half of them.
var list = state(pages: [.runs(RunsPage(profile: .first, job: "nightly"))])
let runs = (0..<20_000).map { run($0, $0 == 0 ? .pending : .success) }
for key in "/7" { _ = list.update(.keyPressed(.character(key)), at: now) }
_ = list.update(.keyPressed(.enter), at: now)
@MainActor func answer(_ topic: Topic, _ rows: ArraySlice<JobRun>) {
    let page = JobRunsPage(runs: Array(rows), totalCount: runs.count)
    _ = list.update(.runsLoaded(.first, topic, .success(Answered(value: page))), at: now)
}
answer(.newestRuns(job: "nightly"), runs.prefix(20))
for page in 0..<200 {
    // Further rows are requested when the selection is near the end of the loaded rows.
    _ = list.update(.keyPressed(.end), at: now)
    answer(.runs(job: "nightly", page: page), runs[(page * 100)..<(page * 100 + 100)])
}
_ = list.update(.keyPressed(.home), at: now)
let loaded = list.records.listings["nightly"]?.runs.count ?? 0
let drawingRuns = median { _ = draw(list) }
report(
    "key press, \(loaded) runs loaded, filter on", median { _ = list.update(.keyPressed(.down), at: now) }, beside: drawingRuns)
report(
    "newest runs answered, nothing new", median { answer(.newestRuns(job: "nightly"), runs.prefix(20)) }, beside: drawingRuns)

// 200 jobs, with 20 runs each.
var jobs = state()
let items = (0..<200).map { JobListItem(id: "job-\($0)", state: .known(.active)) }
_ = jobs.update(.jobsLoaded(.first, .success(Answered(value: JobList(jobs: items)))), at: now)
let newest = JobRunsPage(runs: Array(runs.prefix(20)), totalCount: 20)
for item in items {
    _ = jobs.update(.runsLoaded(.first, .newestRuns(job: item.id), .success(Answered(value: newest))), at: now)
}
let drawingJobs = median { _ = draw(jobs) }
report(
    "answer of one job among 200",
    median { _ = jobs.update(.runsLoaded(.first, .newestRuns(job: "job-7"), .success(Answered(value: newest))), at: now) },
    beside: drawingJobs)
report("key press, 200 jobs", median { _ = jobs.update(.keyPressed(.down), at: now) }, beside: drawingJobs)

import Dashboard
import FoundationEssentials
import Glibc
import Intuned
import NcursesTerminal
import Query
import ResultsFile
import TextScreen

/// One piece of the program's work, done so many times; instructions are counted from outside (Scripts/count-instructions).
enum Step: String, CaseIterable {
    /// A first answer of 20 runs, the same one again, and one in which one run changed, from the bytes to the value.
    case decodeFirst = "decode-first"
    case decodeSame = "decode-same"
    case decodeOne = "decode-one"
    /// An answer of 20 runs of which one changed, a key and a second without either, applied to a list of 2,000 runs.
    case update
    case key
    case tick
    /// A page of runs as cells, and the cells of one changed row to the terminal.
    case draw
    case paint
    /// A filter over 1,000 runs, and the index of 1,000 items.
    case filter
    case index

    @MainActor func run(_ times: Int) async throws {
        switch self {
        case .decodeFirst: for _ in 0..<times { try await ask(client([SampleAnswer.runs(done: 40)]), 1) }
        case .decodeSame: try await ask(client([SampleAnswer.runs(done: 40)]), times + 1)
        case .decodeOne: try await ask(client((0...times).map { SampleAnswer.runs(done: $0) }), times + 1)
        case .update, .key, .tick: change(times)
        case .draw:
            let state = Self.list(pages: 2)
            for _ in 0..<times { _ = Dashboard.draw(state) }
        case .paint: try paint(times)
        case .filter: filter(times)
        case .index: try await index(times)
        }
    }

    private func client(_ bodies: [[UInt8]]) -> IntunedClient {
        IntunedClient(workspaceID: "w", project: "p", apiKey: Secret("k"), transport: PreparedAnswers(bodies))
    }

    @discardableResult
    private func ask(_ client: IntunedClient, _ times: Int) async throws -> [Answered<JobRunsPage>] {
        var answers: [Answered<JobRunsPage>] = []
        for _ in 0..<times { answers.append(try await client.call(Endpoints.jobRuns(job: "catalogue-sync", pageSize: 20))) }
        return answers
    }

    @MainActor private func change(_ times: Int) {
        var state = Self.list(pages: 20)
        var newest = JobRunsPage(runs: Self.runs(20), totalCount: 2000)
        for number in 0..<times {
            newest.runs[0].successfulRuns = number % 100
            let answer = Answered(value: newest)
            let message: Message =
                switch self {
                case .update: .runsLoaded(.first, .newestRuns(job: Self.job), .success(answer))
                case .key: .keyPressed(number.isMultiple(of: 2) ? .down : .up)
                default: .timePassed
                }
            _ = state.update(message, at: Self.start.later(Double(number) / 10))
        }
    }

    @MainActor private func paint(_ times: Int) throws {
        let null = open("/dev/null", O_RDWR)
        let terminal = try NcursesTerminal(
            input: null, output: null, term: "xterm-256color", locale: "C.UTF-8", theme: .dark, crashSentence: "")
        for number in 0..<times {
            var canvas = Canvas(size: terminal.size)
            canvas.write("row \(number)", column: number % 40, row: 3, role: .strong)
            terminal.paint(canvas)
        }
        terminal.close()
    }

    @MainActor private func filter(_ times: Int) {
        let rows = RunFields.rows(Self.runs(1000), known: Self.start.wall, needsUsual: false)
        let surroundings = QuerySurroundings(now: Self.start.wall) { _ in 0 }
        let query = Query("status:failure failed>0 7", RunFields.names)
        for _ in 0..<times {
            let matcher = QueryMatcher(query, RunFields.all, in: surroundings) { $0.run.searchable }
            _ = rows.count(where: matcher.matches)
        }
    }

    private func index(_ times: Int) async throws {
        let path = "/tmp/jobtop-core-bench-\(getpid()).jsonl"
        defer { unlink(path) }
        let item =
            #"{"apiInfo":{"name":"prices","parameters":{"page":7},"runId":"ssFwmzw_9iwIYS1cB","result":{"output":[{"#
            + #""sku":"A-1","title":"Gartenstuhl \"Modell 7\"","price":12.95,"tags":["a","b",null]}]},"error":null,"#
            + #""started_at":"2026-03-01T10:11:00.123Z","ended_at":"2026-03-01T11:00:00.456Z"},"workspaceId":"w"}"#
        let lines = String(repeating: item + "\n", count: 1000 * times)
        try lines.write(toFile: path, atomically: false, encoding: .utf8)
        _ = try await ResultsFile(path: path).indexed()
    }
}

extension Step {
    static let job = "catalogue-sync"
    static let start = Moment(wall: Date(timeIntervalSince1970: 1_795_774_392), uptime: 1000)

    static func runs(_ count: Int) -> [JobRun] {
        (0..<count).map { number in
            let time = Timestamp(start.wall.addingTimeInterval(Double(-3600 * number - 28)))
            let id = "91b7e02d-5c0a-4f7e-8d1b-\(100_000_000_000 + number)"
            return JobRun(
                id: id, status: .known(number == 0 ? .pending : number % 9 == 0 ? .failure : .success), jobID: job,
                startTime: time, endTime: number == 0 ? nil : time, createdAt: time, type: .known(.scheduled), payloads: 160,
                successfulRuns: 148, failedRuns: 12)
        }
    }

    /// The page of a job's runs on a terminal of 140 x 40, with so many pages of a hundred runs loaded.
    @MainActor static func list(pages: Int) -> State {
        let size = Size(columns: 140, rows: 40)
        var state = State(
            settings: Settings(profile: ProfileSettings(project: "bench")), size: size, now: start,
            pages: [.runs(RunsPage(profile: .first, job: job))])
        let runs = runs(pages * 100)
        func take(_ topic: Topic, _ rows: ArraySlice<JobRun>) {
            let page = JobRunsPage(runs: Array(rows), totalCount: runs.count)
            _ = state.update(.runsLoaded(.first, topic, .success(Answered(value: page))), at: start)
        }
        take(.newestRuns(job: job), runs.prefix(20))
        for page in 0..<pages { take(.runs(job: job, page: page), runs[(page * 100)..<(page * 100 + 100)]) }
        return state
    }
}

extension Moment {
    fileprivate func later(_ seconds: Double) -> Moment {
        Moment(wall: wall.addingTimeInterval(seconds), uptime: uptime + seconds)
    }
}

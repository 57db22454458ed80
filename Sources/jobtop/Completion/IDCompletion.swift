import ArgumentParser
import Dashboard
import FoundationEssentials
import Runtime

/// The ids that a shell offers for a word: those that were last seen, without a request.
struct IDCompletion {
    /// What was last seen of the projects that are meant, the latest first.
    private let projects: [SeenProject]
    private let line: TypedLine
    private let shell: CompletionShell?
    private let now: Date

    /// Chooses the projects that a line means.
    ///
    /// - Parameter shell: the shell that asks; zsh and fish show a description beside each id.
    init(_ seen: SeenProjects, _ line: TypedLine, shell: CompletionShell?, now: Date) {
        (self.line, self.shell, self.now) = (line, shell, now)
        projects =
            line.isDemo
            ? []
            : seen.projects.filter {
                (line.workspace ?? $0.workspace) == $0.workspace && (line.project ?? $0.project) == $0.project
            }
    }

    /// The jobs, the one that ran last first.
    ///
    /// - Parameter isPreferred: whether a job is offered; if none is, all are.
    func jobs(_ isPreferred: (SeenJob) -> Bool = { _ in true }) -> [String] {
        let jobs = projects.flatMap(\.jobs)
        let preferred = jobs.filter(isPreferred)
        let latest = (preferred.isEmpty ? jobs : preferred).map { (job: $0, start: $0.runs?.first?.start ?? .min) }
        let sorted = latest.enumerated().sorted { one, other in
            (other.element.start, one.offset) < (one.element.start, other.offset)
        }
        return offered(sorted.map { ($0.element.job.id, description($0.element.job)) })
    }

    /// The words that stand for a run, then the runs of the typed job, newest first.
    func runs(_ words: [String], _ isWanted: (SeenRun) -> Bool = { _ in true }) -> [String] {
        let jobs = projects.flatMap(\.jobs).filter { $0.id == line.job }
        let runs = jobs.flatMap { $0.runs ?? [] }.filter(isWanted)
        return words + offered(runs.map { ($0.id, description($0)) })
    }

    /// The runs of the typed job if there is one, else the jobs.
    func jobsOrRuns() -> [String] { line.job == nil ? jobs() : runs([]) }

    /// Each id once, as the shell wants it; the file may have been written by anybody.
    private func offered(_ ids: [(id: String, description: String)]) -> [String] {
        var seen: Set<String> = []
        return ids.filter { PlainID.isPlain($0.id) && seen.insert($0.id).inserted }.map { id, description in
            switch shell {
            case _ where description.isEmpty: id
            case .zsh: "\(id):\(description)"
            case .fish: "\(id)\t\(description)"
            case _: id
            }
        }
    }

    private func description(_ job: SeenJob) -> String {
        let latest = job.runs?.first.map { description($0) } ?? ""
        return [job.isPaused == true ? "paused" : "", latest].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func description(_ run: SeenRun) -> String {
        let status = PlainID.isPlain(run.status) ? run.status : ""
        let age = run.start.map { "\(Wording.roughDuration(now.timeIntervalSince1970 - Double($0))) ago" } ?? ""
        return [status, age].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension IDCompletion {
    /// The completion of a word on the line of this process: reads the file, the environment and Intuned.json, and nothing else.
    init(_ words: [String], index: Int) {
        let environment = ProcessInfo.processInfo.environment
        let line = TypedLine(words, index: index, environment: environment) {
            try? IntunedFile.nearest(from: FileManager.default.currentDirectoryPath)
        }
        let seen = SeenFile.path(environment: environment).map { SeenFile.read($0) } ?? SeenProjects()
        self.init(seen, line, shell: CompletionShell.requesting, now: Date())
    }
}

extension CompletionKind {
    /// The jobs that were last seen.
    static let jobs = CompletionKind.custom { words, index, _ in IDCompletion(words, index: index).jobs() }

    /// The jobs that were last seen; behind a job its runs.
    static let jobsAndRuns = CompletionKind.custom { words, index, _ in
        IDCompletion(words, index: index).jobsOrRuns()
    }

    /// The jobs that were paused when they were last seen, if there were any.
    static let pausedJobs = CompletionKind.custom { words, index, _ in
        IDCompletion(words, index: index).jobs { $0.isPaused == true }
    }

    /// The runs of the typed job that were last seen, behind words that stand for a run.
    static func runs(_ names: String...) -> CompletionKind {
        .custom { words, index, _ in IDCompletion(words, index: index).runs(names) }
    }

    /// The runs of the typed job that were active when they were last seen.
    static let activeRuns = CompletionKind.custom { words, index, _ in
        IDCompletion(words, index: index).runs(["latest"]) { $0.mayBeActive }
    }
}

import Dashboard
import Intuned
import TextScreen

/// A user who acts: marks, asks, confirms, and gets the platform's answers.
extension Sitting {
    static let runs = [Samples.underWay, Samples.well, Samples.partly, Samples.failed]
    static let job = "nightly-prices"

    /// The list of runs of a job whose newest run is active.
    static func onRuns(columns: Int = 120, rows: Int = 40, charset: Charset = .unicode14, isReadOnly: Bool = false) -> Sitting {
        var sitting = Sitting(
            columns: columns, rows: rows, charset: charset, pages: [.runs(RunsPage(profile: .first, job: job))],
            isReadOnly: isReadOnly)
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: runs, of: job)
        sitting.pass(1)
        _ = sitting.taken()
        return sitting
    }

    /// The list of jobs.
    static func onJobs(columns: Int = 120, rows: Int = 40, isReadOnly: Bool = false) -> Sitting {
        var sitting = Sitting(columns: columns, rows: rows, isReadOnly: isReadOnly)
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: runs, of: job)
        sitting.answer(runs: [Samples.waiting], of: "orders-sync")
        sitting.answer(runs: [], of: "stock-levels")
        sitting.answer(runs: [Samples.well], of: "weekly-report")
        sitting.pass(1)
        _ = sitting.taken()
        return sitting
    }

    /// The actions that were sent since the last look.
    mutating func sent() -> [Action] {
        taken().compactMap { if case .act(.send(_, let action)) = $0 { action } else { nil } }
    }

    /// The lines for the file of actions since the last look.
    mutating func recorded() -> [ActionRecord] {
        taken().compactMap { if case .act(.record(let record)) = $0 { record } else { nil } }
    }

    /// Answers the action with this number.
    mutating func answer(action id: Int, newRun: String? = nil) {
        send(.actionAnswered(id, .success(Answered(value: ActionAnswer(newRun: newRun, message: "ok")))))
    }

    /// Fails the action with this number.
    mutating func fail(action id: Int, _ error: IntunedError) { send(.actionAnswered(id, .failure(error))) }

    /// Answers for the selected run of the job, and lets the pause of a changed question pass.
    mutating func answerAfresh(_ run: JobRun) {
        answer(run: run, of: Self.job)
        pass(1)
    }

    /// The last four characters of the active run's id.
    static let ending = String(Samples.underWay.id.suffix(4))
    static let key = RunKey(profile: .first, job: job, run: Samples.underWay.id)
}

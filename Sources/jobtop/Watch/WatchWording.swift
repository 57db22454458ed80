import Dashboard
import FoundationEssentials
import Insight
import Intuned

/// The sentences of `jobtop watch`, which are also read aloud: each is complete, and nothing is said by color or by place.
struct WatchWording {
    let order: WatchOrder
    let host: String

    /// The event as one line.
    ///
    /// - Parameter known: the time up to which the run is known.
    func sentence(_ event: WatchEvent, _ run: JobRun?, known: Date) -> String {
        switch event {
        case .waiting: waiting
        case .present: run.map { present($0, known) } ?? ""
        case .started: run.map { "The run \($0.id) of \(order.job) has started. \(isNow($0, known))" } ?? ""
        case .change(let change): run.map { sentence(change, $0, known) } ?? ""
        case .lost(let error, let patience):
            "Connection lost. \(Wording.sentence(error, host: host)) jobtop tries again for \(Wording.duration(patience))."
        case .back(let seconds?): "Connected again after \(Wording.duration(seconds))."
        case .back(nil): "Connected again."
        }
    }

    private var waiting: String {
        let limit = order.wait.map { ", for at most \(Wording.duration($0))" } ?? ""
        switch order.run {
        case .next: return "Waiting for the next run of \(order.job)\(limit)."
        case .latest, .lastGood: return "Waiting for a run of \(order.job)\(limit)."
        case .id(let id): return "Waiting for the run \(id) of \(order.job)\(limit)."
        }
    }

    private func present(_ run: JobRun, _ known: Date) -> String {
        run.isActive
            ? "The run \(run.id) of \(order.job) is active. \(isNow(run, known))"
            : "The run \(run.id) of \(order.job) is over. \(isNow(run, known))"
    }

    /// The status, its meaning and the items.
    private func isNow(_ run: JobRun, _ known: Date) -> String {
        "Status \(run.status.raw): \(Wording.meaning(of: run, known: known)).\(Self.tail(Wording.why(of: run), unless: run)) "
            + items(run)
    }

    private func sentence(_ change: RunChange, _ run: JobRun, _ known: Date) -> String {
        switch change {
        case .status(let from): "Status \(run.status.raw), was \(from): \(Wording.meaning(of: run, known: known))."
        case .reason: "New reason: \(Self.closed(Wording.why(of: run)))"
        case .grew(let from): "The run has \(Wording.count(run.payloads ?? 0, "item")) now, \(Wording.number(from)) before."
        case .firstFailure: "First failure. \(items(run))"
        case .items: items(run)
        case .verdict(let verdict):
            "Problem: \(Wording.title(verdict.kind)). \(Wording.evidence(verdict)) \(Wording.advice(verdict.kind))"
        case .verdictOver(let name): "Problem over: \(name.replacing("-", with: " "))."
        case .ended: "The run is over. \(isNow(run, known))"
        }
    }

    /// How many items ended, and how many of them failed.
    private func items(_ run: JobRun) -> String {
        let failed = run.failed > 0 ? "\(Wording.number(run.failed)) failed" : "none failed"
        guard let payloads = run.payloads else { return "\(Wording.count(run.done, "item")) ended, \(failed)." }
        return "\(Wording.number(run.done)) of \(Wording.count(payloads, "item")) ended, \(failed)."
    }

    /// The platform's own words about the run, where there are any besides its counts.
    private static func tail(_ words: String, unless run: JobRun) -> String {
        words.isEmpty || run.reason == nil && run.error == nil ? "" : " \(closed(words))"
    }

    /// The words as a sentence: the platform's own may have a full stop already.
    private static func closed(_ words: String) -> String {
        words.last.map { ".!?".contains($0) } ?? false ? words : words + "."
    }

    /// No run appeared in time.
    func noRun(_ seconds: Double) -> String {
        switch order.run {
        case .next: "no run of \(order.job) started within \(Wording.duration(seconds))."
        case .latest, .lastGood: "\(order.job) had no such run within \(Wording.duration(seconds))."
        case .id(let id): "the run \(id) of \(order.job) did not start within \(Wording.duration(seconds))."
        }
    }

    /// The time limit of the watch passed.
    func timeout(_ seconds: Double) -> String {
        let what =
            switch order.end.goal {
            case .done: "the run of \(order.job) did not end"
            case .started: "no item of the run of \(order.job) ended"
            case .firstFailure: "no item of the run of \(order.job) failed"
            }
        return "\(what) within \(Wording.duration(seconds))."
    }

    /// Nothing has this name, and nobody waits for it.
    var notFound: String {
        switch order.run {
        case .next, .latest: "the job \(order.job) has no run. Use --wait to wait for one."
        case .lastGood: "the job \(order.job) has no run that ended as a success."
        case .id(let id): "the job \(order.job) has no run \(id). Use --wait to wait for it."
        }
    }

    /// Several runs have this beginning.
    func ambiguous(_ id: String, _ runs: [String]) -> String {
        let ids = runs.prefix(5).joined(separator: ", ") + (runs.count > 5 ? ", …" : "")
        return "\(id) is the beginning of \(runs.count) runs of \(order.job): \(ids). Give more of the id."
    }
}

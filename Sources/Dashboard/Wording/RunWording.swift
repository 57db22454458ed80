package import FoundationEssentials
package import Intuned
package import TextScreen

extension Wording {
    /// The meaning of a run's status, as a clause after the platform's own word.
    ///
    /// - Parameter known: the time up to which the run is known, for durations that still grow.
    package static func meaning(of run: JobRun, known: Date) -> String {
        let took = RunDuration(of: run, known: known).map { phrase($0) }
        guard case .known(let status) = run.status else {
            return "unknown status"
        }
        return switch status {
        case .pending, .running: pending(run, took: took, known: known)
        case .pausing: "pausing: active items finish, no new ones start"
        case .paused: run.reason.map { "paused\(cause($0))" } ?? "paused: resume the job to continue"
        case .resuming: "resuming: items start again in a moment"
        case .success, .completed: ended(run, took: took)
        case .failure, .failed: took.map { "failed after \($0)" } ?? "failed"
        case .terminated: took.map { "stopped by a user after \($0)" } ?? "stopped by a user"
        case .canceled, .cancelled: run.reason.map { "did not start\(cause($0))" } ?? "did not start, or canceled"
        }
    }

    /// The cause as the end of a sentence; words that jobtop does not know stand with the reason itself.
    private static func cause(_ reason: RunReason) -> String {
        guard case .known(let type)? = reason.type else { return ", see the reason" }
        return ": \(cause(type))"
    }

    /// How long a run took, within a sentence: `15m`, or `at most 15m`.
    static func phrase(_ took: RunDuration) -> String {
        switch took {
        case .exactly(let seconds), .soFar(let seconds): duration(seconds)
        case .atMost(let seconds): "at most \(duration(seconds))"
        }
    }

    /// How long a run took, in a column: `15m`, or `<15m` where only a bound is known.
    ///
    /// What still runs is not counted by the second.
    static func column(_ took: RunDuration) -> String {
        switch took {
        case .exactly(let seconds): duration(seconds)
        case .soFar(let seconds): roughDuration(seconds)
        case .atMost(let seconds): "<\(duration(seconds))"
        }
    }

    /// How long a run took, in full.
    static func sentence(_ took: RunDuration?) -> String {
        switch took {
        case .exactly(let seconds): duration(seconds)
        case .soFar(let seconds): "\(roughDuration(seconds)) so far"
        case .atMost(let seconds): "at most \(duration(seconds)) (no end time, counted to the last change)"
        case nil: "unknown"
        }
    }

    /// Why a run is in its state, in a few words for a column: its reason, its error, else its failed items.
    package static func why(of run: JobRun) -> String {
        if let reason = run.reason { return joined(reason.type?.raw, reason.message) }
        if let error = run.error { return joined(error.code?.raw, error.message) }
        switch Standing(of: run) {
        case .partly, .failed: return failedShare(of: run)
        case .moving, .held, .waitsForPerson, .well, .stopped, .notStarted, .unknown: return ""
        }
    }

    /// How many items of an active run failed, and when the causes are known.
    static func failedSoFar(_ failed: Int) -> String { "\(count(failed, "item")) failed. The results show why after the run." }

    private static func joined(_ word: String?, _ message: String?) -> String {
        [word, message].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
    }

    private static func failedShare(of run: JobRun) -> String {
        let failed = run.failedRuns ?? 0
        guard failed > 0 else { return "" }
        guard let payloads = run.payloads else { return "\(count(failed, "item")) failed" }
        return "\(number(failed)) of \(number(payloads)) failed"
    }

    /// How many runs are loaded, where there are more.
    static func loaded(_ runs: Int) -> String { ", newest \(number(runs)) loaded" }

    /// Why there is nothing to fetch.
    static func nothingToFetch(_ run: JobRun?, isAwaited: Bool) -> String {
        guard let run else { return "This run is not loaded yet." }
        if isAwaited {
            let limit = duration(State.resultsMayTake)
            return "The run has just ended. jobtop waits up to \(limit) for its results."
        }
        return run.isActive
            ? "No results yet. The platform has them when the run has ended."
            : "No results for this run. Press r to ask again."
    }

    private static func pending(_ run: JobRun, took: String?, known: Date) -> String {
        let done = (run.successfulRuns ?? 0) + (run.failedRuns ?? 0)
        guard let took else { return "queued or running" }
        let quiet = run.updatedAt?.date.map { known.timeIntervalSince($0) } ?? 0
        // An item may take its full timeout without any news of the run.
        let isStuck = quiet > max(600, run.snapshot?.configuration.requestTimeout ?? 0)
        if isStuck { return "running for \(took), no progress for \(duration(quiet))" }
        return done == 0 ? "queued or just started (\(took) ago), no items finished yet" : "running for \(took)"
    }

    private static func ended(_ run: JobRun, took: String?) -> String {
        let time = took.map { " after \($0)" } ?? ""
        if let failed = run.failedRuns, failed > 0 { return "finished\(time), with \(count(failed, "failed item"))" }
        if run.payloads == 0 || (run.successfulRuns == 0 && run.failedRuns == 0) {
            return "finished\(time), without items"
        }
        return "succeeded\(time)"
    }
}

extension Standing {
    /// The sign of the standing; signs differ in shape, so that no color is needed.
    package func mark(_ charset: Charset) -> Character {
        switch (self, charset) {
        case (.moving, .unicode): "▸"
        case (.moving, .ascii): ">"
        case (.held, .unicode): "║"
        case (.held, .ascii): "="
        case (.waitsForPerson, _): "!"
        case (.well, .unicode): "•"
        case (.well, .ascii): "."
        case (.partly, .unicode): "▲"
        case (.partly, .ascii): "^"
        case (.failed, .unicode): "×"
        case (.failed, .ascii): "x"
        case (.stopped, .unicode): "■"
        case (.stopped, .ascii): "#"
        case (.notStarted, .unicode): "∅"
        case (.notStarted, .ascii): "o"
        case (.unknown, _): "?"
        }
    }

    /// The role of its word and sign.
    package var role: Role {
        switch self {
        case .moving: .active
        case .held, .stopped: .muted
        case .waitsForPerson, .failed: .bad
        case .well: .good
        case .partly, .notStarted: .warning
        case .unknown: .normal
        }
    }

    /// The meaning, for the legend.
    package var legend: String {
        switch self {
        case .moving: "running"
        case .held: "paused by a user"
        case .waitsForPerson: "waits for a person"
        case .well: "succeeded"
        case .partly: "finished, some items failed"
        case .failed: "failed"
        case .stopped: "stopped by a user"
        case .notStarted: "did not start"
        case .unknown: "unknown status"
        }
    }
}

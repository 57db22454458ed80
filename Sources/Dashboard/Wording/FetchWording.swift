import TextScreen

extension Wording {
    /// Seconds without new bytes after which the rate is no longer shown.
    private static let quiet = 3.0

    /// The progress of a fetch, as a line.
    package static func progress(_ fetch: Fetch, at now: Moment) -> String {
        switch fetch {
        case .waiting: "waiting for earlier fetches"
        case .underWay(nil): "asking for the link"
        case .underWay(let progress?): progressing(progress, at: now)
        case .done(let file):
            "saved as \(file.path) (\(size(Double(file.bytes)))\(file.coding.map { ", packed with \($0.rawValue) by the store" } ?? ""))"
        case .failed(let failure): sentence(failure)
        }
    }

    /// The progress of a fetch, as a word.
    static func word(_ fetch: Fetch) -> String {
        switch fetch {
        case .waiting: "waiting"
        case .underWay(let progress): progress.flatMap { p in p.total.map { percent(p.received, of: $0) } } ?? "fetching"
        case .done: "fetched"
        case .failed(.fileExists): "exists"
        case .failed(.cancelled): "canceled"
        case .failed: "failed"
        }
    }

    /// The run that is fetched, and the number of waiting runs.
    static func fetching(_ run: String, _ progress: String, more: Int) -> String {
        "Fetching results of \(run): \(progress)\(more > 0 ? " (and \(more) more)" : "")"
    }

    /// How the fetches of a queue ended.
    ///
    /// - Parameters:
    ///   - fetched: runs whose results were saved.
    ///   - existing: runs whose file already existed.
    ///   - failed: runs whose fetch failed.
    static func queueSummary(fetched: Int, existing: Int, failed: Int) -> String {
        var parts = ["Fetched the results of \(count(fetched, "run"))"]
        if existing > 0 {
            parts.append(
                "\(count(existing, "file")) already \(existing == 1 ? "exists" : "exist"): press f on the run to replace")
        }
        if failed > 0 { parts.append("\(number(failed)) failed: open the run to see why") }
        return parts.joined(separator: "; ") + "."
    }

    /// Some marked runs are not over yet.
    static func notReady(_ runs: Int) -> String {
        "\(count(runs, "marked run")) \(runs == 1 ? "has no results yet and stays" : "have no results yet and stay") marked."
    }

    /// Runs were given up because all of them would fail in the same way.
    static func markedAgain(_ runs: Int) -> String {
        "\(count(runs, "run")) not fetched. They are marked again; press f to continue."
    }

    private static func progressing(_ progress: FetchProgress, at now: Moment) -> String {
        var parts = [size(Double(progress.received))]
        if let total = progress.total, total > 0 {
            parts = ["\(size(Double(progress.received))) of \(size(Double(total)))", percent(progress.received, of: total)]
        }
        let silence = progress.heard?.seconds(until: now) ?? 0
        if silence >= quiet {
            parts.append("no data for \(duration(silence))")
        } else if let rate = progress.rate {
            parts.append("\(size(rate))/s")
        }
        if silence < quiet, let total = progress.total, let rate = progress.rate, rate > 0, total > progress.received {
            parts.append("\(duration(Double(total - progress.received) / rate)) left")
        }
        return parts.joined(separator: ", ") + restarted(progress.restarts)
    }

    /// A note that a store compressed a file, so that its size differs; empty if it did not.
    package static func packed(_ coding: ContentCoding?) -> String {
        guard let coding else { return "" }
        let words = " The store packs it with \(coding.rawValue), so its size differs from the platform's."
        return words + (coding.isRead ? "" : " jobtop cannot read \(coding.rawValue): unpack the file first.")
    }

    /// A note that a fetch had to start again; empty if it did not.
    static func restarted(_ restarts: Int) -> String {
        guard restarts > 0 else { return "" }
        return ", restarted \(restarts == 1 ? "once" : "\(restarts) times")"
    }
}

extension Fetch {
    /// The role in which the fetch is drawn.
    var role: Role {
        switch self {
        case .waiting: .muted
        case .underWay: .active
        case .done: .good
        case .failed(.fileExists), .failed(.cancelled): .warning
        case .failed: .bad
        }
    }
}

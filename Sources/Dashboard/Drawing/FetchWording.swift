import TextScreen

extension Wording {
    /// How far a fetch is, in a line.
    static func progress(_ fetch: Fetch) -> String {
        switch fetch {
        case .underWay(nil): "asking for the address"
        case .underWay(let progress?): progressing(progress)
        case .done(let file): "in \(file.path) (\(size(Double(file.bytes))))"
        case .failed(let failure): sentence(failure)
        }
    }

    private static func progressing(_ progress: FetchProgress) -> String {
        var parts = [size(Double(progress.received))]
        if let total = progress.total, total > 0 {
            parts = ["\(size(Double(progress.received))) of \(size(Double(total)))", percent(progress.received, of: total)]
        }
        if let rate = progress.rate { parts.append("\(size(rate))/s") }
        if let total = progress.total, let rate = progress.rate, rate > 0, total > progress.received {
            parts.append("\(duration(Double(total - progress.received) / rate)) left")
        }
        return parts.joined(separator: ", ") + anew(progress.restarts)
    }

    /// That a fetch had to begin again; nothing when it did not.
    static func anew(_ restarts: Int) -> String {
        guard restarts > 0 else { return "" }
        return "; begun anew\(restarts == 1 ? "" : " \(restarts) times"), since the store did not go on from where it broke off"
    }
}

/// The one allowance that all requests share, so that no screen can become a storm.
package struct RequestBudget: Hashable, Sendable {
    /// The most requests in any minute, all paths together; ours, the platform states none.
    package static let perMinute = 120
    /// The most requests in any minute for one path (API.md section 1: 20 per minute and path).
    package static let perMinuteAndPath = 20
    /// Seconds between two requests of one path that can go on for ever.
    static let leastCadence = 60 / Double(perMinuteAndPath)
    /// Requests of each minute that are kept for what the shown page stands on, which has one path.
    static let keptForFocus = 2 * perMinuteAndPath
    /// Requests of each minute and path that are kept for what the shown page stands on, however much else is asked of the path.
    static let keptOnPath = 5
    /// The same for what the shown page does not stand on, which leaves some of each path.
    static let leastCadenceOfOthers = 60 / Double(perMinuteAndPath - keptOnPath)
    /// The most requests under way at once.
    package static let atOnce = 4

    private struct Request: Hashable, Sendable {
        var path: [String]
        var isFocus: Bool
        var begun: Double
    }

    private var requests: [Request] = []

    /// Creates an allowance of which nothing is used.
    package init() {}

    /// Requests begun in the last minute.
    package func used(at uptime: Double) -> Int {
        requests.count { $0.begun > uptime - 60 }
    }

    /// Seconds of uptime at which one more request of this path is allowed; now or earlier when it is allowed at once.
    func opens(for path: [String], isFocus: Bool, at uptime: Double) -> Double {
        let recent = requests.filter { $0.begun > uptime - 60 }
        let ofPath = recent.filter { $0.path == path }
        let others = ofPath.filter { !$0.isFocus }
        let opening = max(
            Self.opening(of: recent.map(\.begun), limit: Self.perMinute - (isFocus ? 0 : Self.keptForFocus)),
            Self.opening(of: ofPath.map(\.begun), limit: Self.perMinuteAndPath))
        guard isFocus else {
            return max(opening, Self.opening(of: others.map(\.begun), limit: Self.perMinuteAndPath - Self.keptOnPath))
        }
        // What is left of the path is spread over the minute, so that there is never none of it for most of one; a single other
        // request takes no more than one turn.
        guard let last = ofPath.last(where: \.isFocus), others.count > 1 else { return opening }
        return max(opening, last.begun + 60 / Double(Self.perMinuteAndPath - others.count))
    }

    /// Notes that a request begins.
    mutating func note(_ path: [String], isFocus: Bool, at uptime: Double) {
        requests.removeAll { $0.begun <= uptime - 60 }
        requests.append(Request(path: path, isFocus: isFocus, begun: uptime))
    }

    private static func opening(of begun: [Double], limit: Int) -> Double {
        begun.count < limit ? 0 : begun[begun.count - limit] + 60
    }
}

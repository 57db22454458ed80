/// The budget that all requests share, so that no screen can flood the platform.
package struct RequestBudget: Hashable, Sendable {
    /// The most requests in any minute, all paths together; our own limit, the platform states none.
    package static let perMinute = 120
    /// The most requests in any minute for one path (API.md section 1: 20 per minute and path).
    package static let perMinuteAndPath = 20
    /// The shortest interval between two requests of one path that the limit always allows, in seconds.
    static let leastCadence = 60 / Double(perMinuteAndPath)
    /// Requests per minute reserved for the topic that the shown page depends on, which has one path.
    static let keptForFocus = 2 * perMinuteAndPath
    /// Requests per minute and path reserved for the topic that the shown page depends on, whatever else is requested.
    static let keptOnPath = 5
    /// The shortest interval for topics that the shown page does not depend on, in seconds; it leaves the reserve of each path.
    static let leastCadenceOfOthers = 60 / Double(perMinuteAndPath - keptOnPath)
    /// The most requests running at once.
    package static let atOnce = 4

    private struct Request: Hashable, Sendable {
        var path: [String]
        var isFocus: Bool
        var begun: Double
    }

    private var requests: [Request] = []

    /// Creates an unused budget.
    package init() {}

    /// Requests sent in the last minute.
    package func used(at uptime: Double) -> Int {
        requests.count { $0.begun > uptime - 60 }
    }

    /// Seconds of uptime at which the next request of this path is allowed; in the past or now if it is allowed at once.
    package func opens(for path: [String], isFocus: Bool, at uptime: Double) -> Double {
        let recent = requests.filter { $0.begun > uptime - 60 }
        let ofPath = recent.filter { $0.path == path }
        let others = ofPath.filter { !$0.isFocus }
        let opening = max(
            Self.opening(of: recent.map(\.begun), limit: Self.perMinute - (isFocus ? 0 : Self.keptForFocus)),
            Self.opening(of: ofPath.map(\.begun), limit: Self.perMinuteAndPath))
        guard isFocus else {
            return max(opening, Self.opening(of: others.map(\.begun), limit: Self.perMinuteAndPath - Self.keptOnPath))
        }
        // The rest of the path's budget is spread over the minute, so that it is never used up for most of a minute; a single
        // other request takes at most one turn.
        guard let last = ofPath.last(where: \.isFocus), others.count > 1 else { return opening }
        return max(opening, last.begun + 60 / Double(Self.perMinuteAndPath - others.count))
    }

    /// Records that a request is sent.
    package mutating func note(_ path: [String], isFocus: Bool, at uptime: Double) {
        requests.removeAll { $0.begun <= uptime - 60 }
        requests.append(Request(path: path, isFocus: isFocus, begun: uptime))
    }

    private static func opening(of begun: [Double], limit: Int) -> Double {
        begun.count < limit ? 0 : begun[begun.count - limit] + 60
    }
}

internal import Synchronization

/// Answers requests; holds the platform, its faults and the log of requests, shared by both origins.
final class Exchange: Sendable {
    struct State: Sendable {
        var platform: Platform
        var faults: FaultTable
        var log = RequestLog()
        var sizes = SizeCache()
        /// The origin of the store, once it listens.
        var storeOrigin = ""
    }

    let state: Mutex<State>
    let now: @Sendable () -> Moment

    init(platform: Platform, faults: [Fault], now: @escaping @Sendable () -> Moment) {
        state = Mutex(State(platform: platform, faults: FaultTable(faults)))
        self.now = now
    }

    /// The answer to a request.
    func answer(_ request: Request) -> Response {
        let present = now()
        var response = state.withLock { state in
            if request.target.hasPrefix("/simulator/") { return state.answerAdministration(request) }
            state.log.add(request)
            state.platform.advance(to: present)
            switch request.origin {
            case .api: return state.answerAPI(request, at: present)
            case .store: return state.answerStore(request, at: present)
            }
        }
        response.isHead = request.method == "HEAD"
        response.set("Date", (present + .milliseconds(Int64(response.skew * 1000))).httpDate)
        if let length = response.length { response.set("Content-Length", String(max(0, length + response.lengthError))) }
        return response
    }
}

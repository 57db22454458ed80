/// The requested page of a job's runs (API.md, 2.1).
struct RunPage: Sendable, Equatable {
    var size = 10
    /// The page number, from 0.
    var number = 0
    var order = RunOrder.newestFirst

    /// The most rows per page that the server sends, regardless of the request.
    static let largest = 100

    init() {}

    /// Reads the query of the call.
    ///
    /// Unknown names are ignored.
    init(query: [(name: String, value: String)]) throws(Refusal) {
        for (name, value) in query {
            switch name {
            case "pageSize":
                guard let size = Int(value), size > 0 else { throw .badRequest("pageSize must be a positive integer.") }
                self.size = min(size, RunPage.largest)
            case "pageNumber":
                guard let number = Int(value), number >= 0 else {
                    throw .badRequest("pageNumber must be 0 or a positive integer.")
                }
                self.number = number
            case "sortBy": order = try RunOrder(value)
            default: break
            }
        }
    }

    /// The rows of the page, out of this number of rows.
    func rows(of count: Int) -> Range<Int> {
        let (first, overflow) = number.multipliedReportingOverflow(by: size)
        guard !overflow, first < count else { return count..<count }
        return first..<min(count, first + size)
    }
}

extension Job {
    /// The runs of a page, in its order.
    func runs(on page: RunPage) -> [Run] {
        guard plan.history.isMadeOnDemand, let descends = page.order.descendsByAge else {
            let history = plan.history.isMadeOnDemand ? (0..<plan.history.runs).map(pastRun) : []
            return Array((history + ended + active).sorted(by: page.order.areInOrder)[page.rows(of: runCount)])
        }
        let kept = (ended + active).sorted { $0.ordinal < $1.ordinal }
        return page.rows(of: runCount).map { row in
            let place = descends ? runCount - 1 - row : row
            return place < plan.history.runs ? pastRun(place) : kept[place - plan.history.runs]
        }
    }
}

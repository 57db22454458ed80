/// What a job is and how its runs go: the part that does not change while the simulator runs.
struct Plan: Sendable {
    var id: String
    var configuration = Configuration()
    var payload: [PayloadItem]
    var sink: JSON = .null
    var schedule: Schedule?
    var authSession: JSON = .null
    var proxyURL: String?
    var notifications: JSON = .null
    /// `API` or `CODE` (API.md, 3.6).
    var source = "API"
    var behaviour: Behaviour
    var history = History()
    var opening = Opening.idle
    /// What is changed in every answer about the job, where a world wants it odd.
    var overlay: [(key: String, value: JSON?)] = []
    /// What is changed in the answers about single runs of the history, by ordinal, and what their results file is.
    var oddRuns: [Int: OddRun] = [:]

    /// How many items a run of this plan is expected to have in the end.
    func expectedItems(_ dice: Dice) -> Int {
        let capped = behaviour.growth.map { growth in
            var dice = dice.fork(-1)
            return dice.number(in: growth.items)
        }
        return max(payload.count, min(capped ?? payload.count, configuration.maxRuns ?? .max))
    }
}

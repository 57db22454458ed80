/// The definition of a job and the course of its runs: the part that does not change while the simulator runs.
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
    /// Changes to every answer about the job, for odd answers.
    var overlay: [(key: String, value: JSON?)] = []
    /// The changed runs of the history, by ordinal, with their results files.
    var oddRuns: [Int: OddRun] = [:]

    /// The runs, by ordinal, for which the job was otherwise, in the order in which they apply.
    var chapters: [Chapter] = []
    /// The names of the verdicts that the job deserves when the simulator starts.
    var deserves: Set<String> = []

    /// The job as it was for the run with that ordinal.
    func at(_ ordinal: Int) -> Plan {
        guard !chapters.isEmpty else { return self }
        var plan = self
        for chapter in chapters where chapter.runs.contains(ordinal) { chapter.change(&plan) }
        return plan
    }

    /// The expected final number of items in a run of this plan.
    func expectedItems(_ dice: Dice) -> Int {
        let capped = behaviour.growth.map { growth in
            var dice = dice.fork(-1)
            return dice.number(in: growth.items)
        }
        return max(payload.count, min(capped ?? payload.count, configuration.maxRuns ?? .max))
    }
}

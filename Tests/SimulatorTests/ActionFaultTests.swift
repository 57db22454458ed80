import Testing

@testable import Simulator

/// Whether an action with a fault is carried out: a refusal and a lost request start nothing, a lost answer hides a run.
struct ActionFaultTests {
    /// The number of runs of a job before and after a trigger with this fault.
    private func runs(after fault: String) async throws -> (before: Int, after: Int) {
        var counts = (before: 0, after: 0)
        try await Stage.with(.failing, faults: [try Fault(fault)]) { stage in
            func count() throws -> Int {
                let connection = try RawConnection(port: stage.port)
                connection.send("GET", stage.root + "/jobs/site-redesigned/runs?pageSize=1", stage.key)
                return try connection.receive(limit: 1 << 20, patience: 10_000).json["totalCount"]?.number.map { Int($0) } ?? 0
            }
            counts.before = try count()
            let connection = try RawConnection(port: stage.port)
            connection.send("POST", stage.root + "/jobs/site-redesigned/trigger", stage.key)
            _ = connection.receive(limit: 1 << 20, patience: 300)
            counts.after = try count()
        }
        return counts
    }

    @Test(arguments: ["401", "403", "404", "429", "409:Conflict", "lost", "redirect"]) func refusedTriggerStartsNothing(
        _ fault: String
    ) async throws {
        let counts = try await runs(after: "trigger=\(fault)")
        #expect(counts.after == counts.before)
    }

    @Test(arguments: ["reset", "hang", "cut:1", "truncated", "500", "502"]) func lostAnswerHidesARun(_ fault: String) async throws
    {
        let counts = try await runs(after: "trigger=\(fault)")
        #expect(counts.after == counts.before + 1)
    }
}

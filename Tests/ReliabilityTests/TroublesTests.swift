import Dashboard
import Insight
import Rehearsal
import Simulator
import Testing

/// The whole program without a terminal, on a platform whose jobs each deserve another verdict.
struct TroublesTests {
    private func verdicts(of rehearsal: Rehearsal) -> [String: Set<String>] {
        Dictionary(
            uniqueKeysWithValues: World.troubles.deserved.keys.map { job in
                (job, Set(rehearsal.state.judgements.verdicts(on: job).map(\.kind.name)))
            })
    }

    @Test func eachJobOfTheTroublesWorldHasExactlyTheVerdictsItDeserves() async throws {
        let rehearsal = try await Rehearsal(world: .troubles, interval: 15)
        let deserved = World.troubles.deserved
        #expect(await rehearsal.goes(on: 240) { $0.state.records.listings.count == deserved.count })
        let found = verdicts(of: rehearsal)
        for (job, names) in deserved.sorted(by: { $0.key < $1.key }) {
            #expect(found[job] == names, "\(job)")
        }
        await rehearsal.end()
    }

    @Test func jobsWithoutCreditsAreOneProblem() async throws {
        let rehearsal = try await Rehearsal(world: .troubles, interval: 15)
        let jobs = ["no-credits-for-prices", "no-credits-for-stock"]
        #expect(
            await rehearsal.goes(on: 240) { rehearsal in
                rehearsal.state.judgements.problems.contains { $0.isShared && Set($0.jobs) == Set(jobs) }
            })
        await rehearsal.end()
    }
}

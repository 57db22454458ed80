import Dashboard
import Intuned
import Rehearsal
import Testing

/// Two profiles on the simulated platform, over real sockets; one has a key that the platform rejects.
struct ProfilesRehearsalTests {
    @Test func badKeyOfAnotherProfileSilencesNobodyElse() async throws {
        let rehearsal = try await Rehearsal(otherKeys: ["not-the-key"])
        #expect(await rehearsal.goes(on: 60) { $0.isLive && $0.state.others.first?.polling.track(.jobs).failure != nil })
        var isLive = true
        _ = await rehearsal.goes(on: 120) { rehearsal in
            isLive = isLive && !rehearsal.header.contains("unauthorized")
            return false
        }
        #expect(isLive)
        #expect(rehearsal.state.others.first?.records.jobs == nil)
        #expect(await rehearsal.goes(on: 15) { $0.isLive }, "\(rehearsal.header)")
        await rehearsal.end()
    }

    @Test func badKeyOfTheShownProfileSilencesNobodyElse() async throws {
        let rehearsal = try await Rehearsal(key: "not-the-key", otherKeys: [nil])
        #expect(await rehearsal.goes(on: 60) { $0.header.contains("unauthorized") })
        #expect(await rehearsal.goes(on: 60) { ($0.state.others.first?.records.listings.count ?? 0) > 3 })
        #expect(rehearsal.state.others.first?.polling.track(.jobs).failure == nil)
        #expect(rehearsal.state.records.jobs == nil)
        await rehearsal.end()
    }
}

import Dashboard
import Rehearsal
import Simulator
import Testing
import TextScreen

/// Every fault of the simulator: what the user is told, what stays, and how it ends (docs/RELIABILITY.md).
@Suite(.serialized) struct FaultMatrixTests {
    struct Row: CustomTestStringConvertible {
        var fault: String
        var word: String
        var timeout = 15.0

        var testDescription: String { fault }
    }

    /// Few rows, so that each case takes a second or two.
    private static let size = Size(columns: 160, rows: 14)

    static let rows =
        [
            ("401", "unauthorised"), ("403", "forbidden"), ("404", "not found"), ("429", "rate-limited"),
            ("429:7", "rate-limited"), ("429:date:9", "rate-limited"), ("500", "server error"), ("502", "server error"),
            ("503", "server error"), ("504", "server error"), ("reset", "offline"), ("cut:0", "offline"), ("cut:1", "offline"),
            ("cut:17", "offline"), ("cut:400", "offline"), ("length:5", "offline"), ("length:-5", "not understood"),
            ("truncated", "not understood"), ("invalid", "not understood"), ("root", "not understood"),
            ("empty", "not understood"), ("redirect", "redirected"), ("redirect:http://example.com/", "redirected"),
            ("headers", "offline"), ("endless", "not understood"), ("big", "not understood"), ("bomb", "not understood"),
        ].map { Row(fault: $0, word: $1) }
        + ["hang", "slow:1", "delay:60"].map { Row(fault: $0, word: "offline", timeout: 0.5) }

    @Test(arguments: rows) func aFaultIsNamedWhileTheOldDataStaysAndEndsByItself(row: Row) async throws {
        let rehearsal = try await Rehearsal(size: Self.size, timeout: row.timeout)
        #expect(await rehearsal.goes(on: 60) { $0.isLive })
        let before = rehearsal.state.records.jobs
        try rehearsal.simulator.setFaults([Fault("jobs=\(row.fault)"), Fault("runs=\(row.fault)")])

        #expect(await rehearsal.goes(on: 40) { $0.state.polling.track(.jobs).failure != nil })
        #expect(rehearsal.header.contains("▲ \(row.word)"), "\(rehearsal.header)")
        #expect(rehearsal.state.polling.track(.jobs).failure?.count == 1)
        _ = await rehearsal.goes(on: 6) { _ in false }
        #expect(rehearsal.header.firstMatch(of: try Regex("▲ \(row.word) \\d+s")) != nil, "\(rehearsal.header)")
        let words = rehearsal.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("You see the data of"))
        #expect(rehearsal.state.records.jobs == before)
        #expect((rehearsal.state.age?.age ?? 0) >= 6)

        rehearsal.simulator.setFaults([])
        #expect(await rehearsal.goes(on: 61) { $0.isLive }, "\(rehearsal.header)")
        #expect(rehearsal.header.contains("● live"))
        #expect(rehearsal.mostInFlight <= 4)
        await rehearsal.end()
    }

    @Test func aServerThatIsRestartedIsFoundAgain() async throws {
        let rehearsal = try await Rehearsal(size: Self.size)
        #expect(await rehearsal.goes(on: 60) { $0.isLive })
        try await rehearsal.restartPlatform(after: 300)
        #expect(rehearsal.header.contains(/▲ offline \dm/), "\(rehearsal.header)")
        #expect(await rehearsal.goes(on: 61) { $0.isLive })
        await rehearsal.end()
    }

    @Test(arguments: ["all=429", "all=reset", "all=500"]) func aStormIsAnsweredWithSilence(fault: String) async throws {
        let rehearsal = try await Rehearsal(size: Self.size)
        #expect(await rehearsal.goes(on: 60) { $0.isLive })
        try rehearsal.simulator.setFaults([Fault(fault)])
        _ = await rehearsal.goes(on: 300) { _ in false }
        let begun = rehearsal.polls
        _ = await rehearsal.goes(on: 600) { _ in false }
        let topics = fault == "all=500" ? 20 : 1
        #expect(rehearsal.polls - begun <= 15 * topics, "\(rehearsal.polls - begun) requests in ten minutes")
        await rehearsal.end()
    }

    @Test(arguments: ["429:86400", "429:date:999999999"]) func anAbsurdWaitSilencesForFiveMinutesAtMost(fault: String)
        async throws
    {
        let rehearsal = try await Rehearsal(size: Self.size)
        #expect(await rehearsal.goes(on: 60) { $0.isLive })
        try rehearsal.simulator.setFaults([Fault("all=\(fault)")])
        #expect(await rehearsal.goes(on: 40) { $0.header.contains("▲ rate-limited") })
        let words = rehearsal.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains(/asks to wait 1d.*It is asked again at \d\d:\d\d:\d\d, and at once by r\./))
        _ = await rehearsal.goes(on: 5) { _ in false }
        rehearsal.simulator.setFaults([])
        let begun = rehearsal.polls
        _ = await rehearsal.goes(on: 280) { _ in false }
        #expect(rehearsal.polls == begun)
        #expect(await rehearsal.goes(on: 21) { $0.polls > begun })
        // The simulated platform first works out what it missed, which takes a slow machine longer than is left of the five minutes.
        #expect(await rehearsal.goes(on: 61) { $0.isLive })
        await rehearsal.end()
    }

    @Test(arguments: [3600.0, -3600]) func aClockThatDiffersIsNamedAndAgesStayTrue(seconds: Double) async throws {
        let rehearsal = try await Rehearsal(size: Self.size)
        try rehearsal.simulator.setFaults([Fault("all=skew:\(seconds)")])
        #expect(
            await rehearsal.goes(on: 60) { $0.header.contains("server clock \(seconds < 0 ? "-" : "+")1h") },
            "\(rehearsal.header)")
        #expect(rehearsal.header.contains("● live"))
        rehearsal.simulator.setFaults([])
        #expect(await rehearsal.goes(on: 60) { $0.state.skew == 0 })
        #expect(!rehearsal.header.contains("server clock"))
        await rehearsal.end()
    }
}

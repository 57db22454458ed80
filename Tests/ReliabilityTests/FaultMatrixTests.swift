import Dashboard
import FoundationEssentials
import Intuned
import Rehearsal
import Simulator
import Testing
import TextScreen

/// Every fault of the simulator: the message, the data kept, and the recovery (docs/RELIABILITY.md).
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
            ("401", "unauthorized"), ("403", "forbidden"), ("404", "not found"), ("429", "rate-limited"),
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
        #expect(rehearsal.state.records.jobs == before)
        #expect((rehearsal.state.age?.age ?? 0) >= 6)
        let drawn = try #require(rehearsal.drawnAge)
        #expect(drawn.seconds == Int(rehearsal.state.age?.age ?? 0))

        rehearsal.simulator.setFaults([])
        #expect(await rehearsal.goes(on: 61) { $0.isLive }, "\(rehearsal.header)")
        #expect(rehearsal.header.contains("● live"))
        #expect(rehearsal.mostInFlight <= 4)
        await rehearsal.end()
    }

    static let brokenNetworks: [(HTTPTransportError, String)] = [
        (.unresolvedHost("api.example.com"), "Cannot resolve api.example.com. Check the network, DNS"),
        (.refused("api.example.com:443"), "api.example.com:443 refused the connection"),
        (.unreachable("api.example.com:443"), "Cannot reach api.example.com:443: no route"),
        (
            .tls(host: "api.example.com", .expired),
            "Cannot connect to api.example.com securely: the certificate has expired. Is this machine's clock right?"
        ),
    ]

    /// A host name that stops resolving cannot be simulated here, so the network's own errors are used.
    @Test(arguments: brokenNetworks) func aNetworkThatBreaksInMidLifeIsNamedWhileTheDataAgesAndRecoversByItself(
        error: HTTPTransportError, sentence: String
    ) async throws {
        let rehearsal = try await Rehearsal(size: Self.size)
        // Requests running when the network breaks are still answered.
        #expect(await rehearsal.goes(on: 60) { $0.isLive && !$0.isAsking })
        let before = rehearsal.state.records
        rehearsal.breakNetwork(error)

        // One of the topics for the list of jobs is due within the list's own interval.
        #expect(await rehearsal.goes(on: 15) { $0.header.contains("▲ offline") }, "\(rehearsal.header)")
        #expect(rehearsal.words.contains(sentence), "\(rehearsal.words)")
        let first = try #require(rehearsal.drawnAge)
        _ = await rehearsal.goes(on: 6) { _ in false }
        let since = rehearsal.header.firstMatch(of: /▲ offline (\d+)s/).flatMap { Int($0.1) }
        #expect(since.map { (6...7).contains($0) } == true, "\(rehearsal.header)")
        let later = try #require(rehearsal.drawnAge)
        #expect(later.time == first.time)
        #expect((6...7).contains(later.seconds - first.seconds), "\(first) \(later)")
        #expect(later.seconds == Int(rehearsal.state.age?.age ?? 0))
        #expect(rehearsal.state.records.jobs == before.jobs)
        #expect(rehearsal.state.records.listings == before.listings)

        // A request may be running.
        #expect(await rehearsal.goes(on: 15) { $0.header.contains("next try") }, "\(rehearsal.header)")
        rehearsal.breakNetwork(nil)
        let promise = try #require(rehearsal.header.firstMatch(of: /next try (\d+)s/).flatMap { Double($0.1) })
        // The list's own interval.
        #expect(promise <= 15)
        let asked = rehearsal.polls
        #expect(await rehearsal.goes(on: promise + 1) { $0.polls > asked }, "\(rehearsal.header)")
        // The simulated platform first catches up on missed events.
        #expect(await rehearsal.goes(on: 15) { $0.isLive }, "\(rehearsal.header)")
        #expect(rehearsal.header.contains("● live"))
        #expect(rehearsal.drawnAge == nil)
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
        #expect(rehearsal.words.contains(/asks for a wait of 1d.*Next try at \d\d:\d\d:\d\d\. Press r to try now\./))
        _ = await rehearsal.goes(on: 5) { _ in false }
        rehearsal.simulator.setFaults([])
        let begun = rehearsal.polls
        _ = await rehearsal.goes(on: 280) { _ in false }
        #expect(rehearsal.polls == begun)
        #expect(await rehearsal.goes(on: 21) { $0.polls > begun })
        // The simulated platform first catches up on missed events; a slow machine needs more than the rest of the five minutes.
        #expect(await rehearsal.goes(on: 61) { $0.isLive })
        await rehearsal.end()
    }

    @Test(arguments: [3600.0, -3600]) func aClockThatDiffersIsNamedAndAgesStayTrue(seconds: Double) async throws {
        let rehearsal = try await Rehearsal(size: Size(columns: 160, rows: 40), wallAhead: -seconds)
        #expect(await rehearsal.goes(on: 60) { $0.isLive && $0.state.records.jobs != nil })
        #expect(rehearsal.header.contains("server clock \(seconds < 0 ? "-" : "+")1h"), "\(rehearsal.header)")
        rehearsal.press(.character("/"))
        rehearsal.press("review-harvest".map(Key.character))
        rehearsal.press(.enter, .enter)
        #expect(await rehearsal.goes(on: 60) { $0.isLive && $0.screen.contains("PENDING") }, "\(rehearsal.screen)")
        rehearsal.press(.enter)
        #expect(await rehearsal.goes(on: 60) { $0.isLive && !$0.state.records.details.isEmpty }, "\(rehearsal.screen)")
        #expect(rehearsal.header.contains("server clock"), "\(rehearsal.header)")
        // The Date header counts whole seconds.
        let run = try #require(rehearsal.state.records.details.values.first?.jobRun)
        let (started, created) = (try #require(run.startTime?.date), try #require(run.createdAt?.date))
        func draws(_ sentence: (Double) -> String, since date: Date) -> Bool {
            let age = rehearsal.clock.truth.timeIntervalSince(date)
            return (-2...2).contains { (off: Int) in rehearsal.screen.contains(sentence(age + Double(off))) }
        }
        #expect(draws({ "running for \(Wording.duration($0)) " }, since: started), "\(rehearsal.screen)")
        #expect(draws({ "(\(Wording.roughDuration($0)) ago)" }, since: created), "\(rehearsal.screen)")

        rehearsal.clock.setWall(aheadBy: 0)
        // A difference within the error of a slow answer and a header in whole seconds is not reported.
        #expect(await rehearsal.goes(on: 60) { abs($0.state.profile.skew) <= 2 && $0.isLive })
        #expect(!rehearsal.header.contains("server clock"))
        #expect(draws({ "running for \(Wording.duration($0)) " }, since: started), "\(rehearsal.screen)")
        await rehearsal.end()
    }

    /// Only the Date header differs here; no age that the program counts itself depends on it.
    @Test(arguments: [3600.0, -3600]) func aDateThatDiffersForAWhileIsNamedForAsLong(seconds: Double) async throws {
        let rehearsal = try await Rehearsal(size: Self.size)
        try rehearsal.simulator.setFaults([Fault("all=skew:\(seconds)")])
        #expect(
            await rehearsal.goes(on: 60) { $0.header.contains("server clock \(seconds < 0 ? "-" : "+")1h") },
            "\(rehearsal.header)")
        #expect(rehearsal.header.contains(/● live <\d+s/), "\(rehearsal.header)")
        rehearsal.simulator.setFaults([])
        #expect(await rehearsal.goes(on: 60) { $0.state.profile.skew == 0 })
        #expect(!rehearsal.header.contains("server clock"))
        await rehearsal.end()
    }
}

extension Rehearsal {
    /// The words of the picture, regardless of line breaks.
    fileprivate var words: String { screen.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// The time of day and the age in seconds of old data, as drawn.
    fileprivate var drawnAge: (time: Substring, seconds: Int)? {
        guard let match = words.firstMatch(of: /The data is from (\d\d:\d\d:\d\d), (\d+)s old\./),
            let seconds = Int(match.2)
        else { return nil }
        return (match.1, seconds)
    }
}

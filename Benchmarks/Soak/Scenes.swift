import Dashboard
import FoundationEssentials
import Rehearsal
import Simulator
import TextScreen

/// The scenes of a program that stays open, played on purpose since chance may not bring them; each starts from a healthy state.
extension Soak {
    /// Instants at which the day, the month or the offset changes in New York, and what the clock shows after each.
    static let turns = [
        (at: Date(timeIntervalSince1970: 1_793_505_600), clock: "00:00:"),  // 1 November 2026 starts
        (at: Date(timeIntervalSince1970: 1_805_007_600), clock: "03:00:"),  // summer time starts on 14 March 2027
        (at: Date(timeIntervalSince1970: 1_825_567_200), clock: "01:00:"),  // and ends on 7 November 2027
    ]
    /// The offsets of New York at that time.
    static let newYork = UTCOffsets([
        UTCOffsets.Entry(from: .distantPast, seconds: -4 * 3600),
        UTCOffsets.Entry(from: Date(timeIntervalSince1970: 1_793_512_800), seconds: -5 * 3600),
        UTCOffsets.Entry(from: turns[1].at, seconds: -4 * 3600), UTCOffsets.Entry(from: turns[2].at, seconds: -5 * 3600),
    ])

    /// Plays the scene of a round; a short soak has short scenes.
    func playScene(_ round: Int) async throws {
        switch round % 6 {
        case 1: try await readResults()
        case 2: try await loseNetwork(for: isShort ? 600 : 7200)
        case 3: await keepPace(for: isShort ? 300 : 3600)
        case 4: try await sleep(for: 9 * 3600)
        case 5: await setClock(by: round == 5 ? 3600 : -3600)
        default: try await passTurn(Self.turns[round / 6 - 1])
        }
    }

    /// Peeks at a run's results, fetches them and opens every page that reads them.
    private func readResults() async throws {
        try await rehearsal.restartPlatform(as: .demo)
        await expect("jobs") { $0.screen.contains("competitor-stock ") }
        rehearsal.press(.character("/"))
        for character in "competitor" { rehearsal.press(.character(character)) }
        rehearsal.press(.enter, .enter)
        await expect("runs") { $0.screen.contains("FAILURE") }
        rehearsal.press(.enter)
        await expect("a run") { $0.state.page.kind == .run && $0.isLive || $0.state.age?.freshness == .settled }
        guard case .run(let page) = rehearsal.state.page else { return }
        await expect("causes") { $0.screen.contains("causes in ") }
        rehearsal.press(.character("f"))
        await expect("end of the fetch") { if case .underWay = $0.state.fetches[page.key] { false } else { true } }
        if rehearsal.state.question != nil {
            // An earlier round had the same world, so its file exists; a new question takes no answer at first.
            _ = await rehearsal.goes(on: 1) { _ in false }
            rehearsal.press(.character("y"))
        }
        await expect("results") { if case .done = $0.state.fetches[page.key] { true } else { false } }
        // Enter alone would show the items of the selected cause.
        rehearsal.press(.tab, .enter)
        await expect("items") { $0.state.page.kind == .items && $0.screen.contains("Error: ") }
        rehearsal.press(.enter)
        await expect("an item") { $0.state.page.kind == .item && $0.screen.contains("apiInfo") }
        rehearsal.press(.escape)
        // Rows may appear before the totals, and without totals there are no failures to open.
        await expect("totals") { $0.screen.contains("e failures") }
        rehearsal.press(.character("e"))
        await expect("failures") { $0.state.page.kind == .groups }
        rehearsal.press(.escape, .character("b"))
        await expect("bytes") { $0.state.page.kind == .bytes && $0.screen.contains("apiInfo") }
        rehearsal.press(.escape, .escape)
        await expect("way back") { $0.state.page.kind == .run && $0.screen.contains("causes in ") }
        rehearsal.press(.escape)
        await expect("end of the reading") { $0.state.page.kind == .runs && $0.state.reading == nil }
    }

    /// Loses the network for hours, and then gets it back.
    private func loseNetwork(for seconds: Double) async throws {
        let begun = rehearsal.polls
        try await rehearsal.restartPlatform(after: seconds)
        let asked = rehearsal.polls - begun
        // A wait of 60 seconds may be a fifth shorter, and the first waits are short.
        if Double(asked) > seconds / 48 + 8 {
            findings.append("\(asked) requests to a network that was gone for \(seconds) s: \(outcomes(of: asked))")
        }
        if !rehearsal.header.contains(/offline \d+[hm]/) { findings.append("no word of the outage: \(rehearsal.header)") }
        if !(await rehearsal.goes(on: 61) { $0.isLive }) { findings.append("still \(rehearsal.header) after an outage") }
    }

    /// Compares the number of answers on a quiet page with its interval.
    private func keepPace(for seconds: Double) async {
        let track = { (rehearsal: Rehearsal) in rehearsal.state.polling.track(.jobs).answered }
        var (last, count) = (track(rehearsal), 0)
        _ = await rehearsal.goes(on: seconds) { rehearsal in
            if track(rehearsal) != last { (last, count) = (track(rehearsal), count + 1) }
            return false
        }
        let promised = seconds / (rehearsal.state.polling.interval * 5)
        if abs(Double(count) - promised) > promised / 100 + 1 { findings.append("\(count) answers instead of \(Int(promised))") }
    }

    /// Lets the machine sleep and checks that data from before does not count as new.
    private func sleep(for seconds: Double) async throws {
        rehearsal.clock.sleep(for: seconds)
        let (begun, woken) = (rehearsal.polls, rehearsal.clock.now.uptime)
        // The simulated platform computes what it missed, which takes long; and no connection survives such a sleep.
        try await rehearsal.restartPlatform()
        await rehearsal.step()
        // The worst row may never have had an answer, so the age is the list's.
        let answered = rehearsal.state.polling.track(.jobs).answered
        let isOld = answered.map { $0.seconds(until: rehearsal.clock.now) >= seconds } ?? false
        if rehearsal.state.age?.freshness.isCurrent != false || !isOld { findings.append("awake with \(rehearsal.header)") }
        if !(await rehearsal.goes(on: rehearsal.state.polling.interval) { $0.isLive }) {
            findings.append("\(rehearsal.header) an interval after waking")
        }
        // Only the rest of that minute, because the budget is per minute.
        _ = await rehearsal.goes(on: woken + 60 - rehearsal.clock.now.uptime) { _ in false }
        let asked = rehearsal.polls - begun
        if asked > RequestBudget.perMinute { findings.append("\(asked) requests in the minute after waking") }
    }

    /// Stays awake while the day, the month or the offset changes.
    private func passTurn(_ turn: (at: Date, clock: String)) async throws {
        rehearsal.clock.sleep(for: turn.at.timeIntervalSince(rehearsal.clock.truth) - 30)
        try await rehearsal.restartPlatform()
        if !(await rehearsal.goes(on: 60) { $0.header.contains(turn.clock) }) {
            findings.append("not \(turn.clock) but \(rehearsal.header)")
        }
        if !rehearsal.isLive { findings.append("\(rehearsal.header) when the clock turned") }
    }

    /// Sets the wall clock; the shown ages must not change.
    private func setClock(by seconds: Double) async {
        let age = rehearsal.state.age?.age
        rehearsal.clock.setWall(aheadBy: seconds)
        if rehearsal.state.age?.age != age { findings.append("an age follows the wall clock") }
        if !(await rehearsal.goes(on: 60) { $0.header.contains("server clock") && $0.isLive }) {
            findings.append("no word of a clock that is an hour off: \(rehearsal.header)")
        }
    }

    private func expect(_ what: String, within seconds: Double = 60, _ isTrue: (Rehearsal) -> Bool) async {
        var isThere = await rehearsal.goes(on: seconds, until: isTrue)
        // Reading a file takes real time, and longer on a busy machine.
        for _ in 0..<250 where !isThere {
            try? await Task.sleep(for: .milliseconds(20))
            await rehearsal.step()
            isThere = isTrue(rehearsal)
        }
        if !isThere { findings.append("no \(what): \(rehearsal.header)") }
    }
}

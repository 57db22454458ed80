import Dashboard
import FoundationEssentials
import Intuned
import Testing
import TextScreen

/// A machine that sleeps, and a wall clock that is set.
@Suite struct ClockTests {
    private let key = RunKey(profile: .first, job: "nightly-prices", run: Samples.underWay.id)
    private static let night = 8 * 3600.0

    /// A user on the page of an active run with a fresh answer.
    private func watching() -> Sitting {
        var sitting = Sitting(pages: [.run(RunPage(key: key))])
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(run: Samples.underWay, of: key.job, serverTime: sitting.now.wall)
        _ = sitting.taken()
        return sitting
    }

    private func lines(of sitting: Sitting) -> [String] {
        let canvas = draw(sitting.state)
        return (0..<canvas.size.rows).map { row in (0..<canvas.size.columns).map { canvas[$0, row].text }.joined() }
    }

    @Test func aMachineThatWakesShowsTheTrueAgeAndAsksAtOnce() {
        var sitting = watching()
        sitting.pass(Self.night)
        #expect(sitting.state.age?.age == Self.night)
        #expect(sitting.state.age?.freshness == .stale)
        #expect(lines(of: sitting)[0].contains("▲ stale 8h"), "\(lines(of: sitting)[0])")
        #expect(sitting.taken() == [.call(.first, .run(key)), .call(.first, .jobs)])
        sitting.answer(run: Samples.underWay, of: key.job, serverTime: sitting.now.wall)
        #expect(sitting.state.age?.freshness == .live)
        #expect(sitting.state.age?.age == 0)
    }

    @Test func requestThatTheMachineSleptThroughIsAskedOnceAndAsOldAsItsStart() {
        var sitting = watching()
        sitting.pass(3)
        #expect(sitting.taken() == [.call(.first, .run(key))])
        sitting.pass(Self.night)
        for _ in 0..<5 { sitting.pass(1) }
        #expect(sitting.taken() == [.call(.first, .jobs)])
        sitting.answer(run: Samples.underWay, of: key.job)
        #expect(sitting.state.age?.age == Self.night + 5)
        #expect(sitting.state.age?.freshness == .stale)
        #expect(sitting.taken() == [.call(.first, .run(key))])
    }

    @Test func timeoutsThatTheMachineSleptThroughCountAsOneFailure() {
        var sitting = watching()
        sitting.pass(50)
        #expect(sitting.taken() == [.call(.first, .run(key)), .call(.first, .jobs)])
        sitting.pass(Self.night)
        sitting.send(.runLoaded(key, .failure(.notReachable(.timedOut(seconds: 15)))))
        #expect(sitting.state.polling.track(.run(key)).failure?.count == 1)
        #expect(sitting.taken() == [])
        sitting.send(.jobsLoaded(.first, .failure(.notReachable(.timedOut(seconds: 15)))))
        #expect(sitting.taken() == [])
        sitting.pass(2)
        #expect(sitting.taken() == [.call(.first, .run(key))])
    }

    @Test(arguments: [3600.0, -3600, 3_456_000]) func aWallClockThatIsSetMovesNoAge(seconds: Double) {
        var sitting = watching()
        sitting.pass(3)
        sitting.send(.runLoaded(key, .failure(.notReachable(.refused("example.com")))))
        let before = lines(of: sitting)
        sitting.now.wall.addTimeInterval(seconds)
        sitting.send(.timePassed)
        #expect(sitting.state.age?.age == 3)
        #expect(withoutTimes(lines(of: sitting)) == withoutTimes(before))
        let rows = lines(of: sitting)
        #expect(rows[0].contains("server clock \(seconds < 0 ? "+" : "-")"), "\(rows[0])")
    }

    @Test func theTimeOfOldDataIsToldByTheClockAsItIsNow() {
        var sitting = watching()
        sitting.pass(3)
        sitting.send(.runLoaded(key, .failure(.notReachable(.refused("example.com")))))
        sitting.now.wall.addTimeInterval(3600)
        sitting.pass(60)
        let time = Wording.timeOfDay(sitting.now.wall.addingTimeInterval(-63), now: sitting.now.wall, .fixed(0))
        #expect(lines(of: sitting).contains { $0.contains("The data is from \(time)") }, "\(lines(of: sitting))")
    }

    @Test func aClockThatWasSetRightAgreesWithTheServerAgain() {
        var sitting = watching()
        sitting.pass(3)
        sitting.answer(run: Samples.underWay, of: key.job, serverTime: sitting.now.wall.addingTimeInterval(3600))
        let truth = sitting.state.serverNow
        sitting.now.wall.addTimeInterval(3600)
        sitting.send(.timePassed)
        #expect(sitting.state.profile.skew == 0)
        #expect(sitting.state.serverNow == truth)
    }

    @Test(arguments: [-62_167_219_200.0, 253_402_300_799])
    func aServerWhoseClockIsYearsAwayIsNamedAndChangesNoAge(serverTime: Double) {
        var sitting = watching()
        sitting.pass(3)
        sitting.answer(run: Samples.underWay, of: key.job, serverTime: Date(timeIntervalSince1970: serverTime))
        #expect(sitting.state.serverNow == sitting.now.wall)
        var rows = lines(of: sitting)
        #expect(rows[0].contains("clocks differ by years"), "\(rows[0])")
        #expect(!rows[0].contains("server clock"), "\(rows[0])")
        #expect(rows.contains { $0.contains("running for 12m 34s") }, "\(rows)")
        sitting.pass(3)
        sitting.answer(run: Samples.underWay, of: key.job, serverTime: sitting.now.wall)
        rows = lines(of: sitting)
        #expect(!rows[0].contains("clocks differ"), "\(rows[0])")
    }

    @Test func aTimeThatIsYearsAwayEndsNothingThatWasKnownOfTheServersClock() {
        var sitting = watching()
        sitting.pass(3)
        sitting.answer(run: Samples.underWay, of: key.job, serverTime: sitting.now.wall.addingTimeInterval(-60))
        sitting.pass(3)
        sitting.answer(run: Samples.underWay, of: key.job, serverTime: Date(timeIntervalSince1970: 0))
        #expect(sitting.state.profile.skew == -60)
        sitting.now.wall.addTimeInterval(-60)
        sitting.pass(3)
        #expect(sitting.state.profile.skew == 0)
    }

    @Test func aClockOfOursThatWasYearsBehindAgreesAsSoonAsItIsSetRight() {
        var sitting = watching()
        let years = 50 * 365 * 86_400.0
        sitting.pass(3)
        sitting.answer(run: Samples.underWay, of: key.job, serverTime: sitting.now.wall.addingTimeInterval(years))
        sitting.now.wall.addTimeInterval(years)
        sitting.pass(3)
        #expect(sitting.state.profile.skew == 0)
        sitting.answer(run: Samples.underWay, of: key.job, serverTime: sitting.now.wall)
        #expect(!lines(of: sitting)[0].contains("clock"), "\(lines(of: sitting)[0])")
    }

    @Test func aSlowAnswerDoesNotHideADifferenceThatAQuickOneShowed() {
        var sitting = watching()
        sitting.pass(3)
        sitting.answer(run: Samples.underWay, of: key.job, serverTime: sitting.now.wall.addingTimeInterval(-10))
        #expect(sitting.state.profile.skew == -10)
        sitting.pass(3)
        sitting.pass(13)
        // The server took its time half a second before it answered.
        sitting.answer(run: Samples.underWay, of: key.job, serverTime: sitting.now.wall.addingTimeInterval(-10.5))
        #expect(sitting.state.profile.skew == -10)
        #expect(lines(of: sitting)[0].contains("server clock -10s"), "\(lines(of: sitting)[0])")
        sitting.pass(13)
        // A difference that can no longer be right is replaced by the smallest possible one.
        sitting.answer(run: Samples.underWay, of: key.job, serverTime: sitting.now.wall)
        #expect(sitting.state.profile.skew == 0)
    }

    /// The words below the header: times of day follow the clock that was set; ages and durations must not.
    private func withoutTimes(_ lines: [String]) -> [Substring] {
        lines.dropFirst().joined(separator: " ").replacing(/(\d+-)?\d\d-\d\d|\d\d:\d\d(:\d\d)?/, with: "").split(separator: " ")
            .filter { $0 != "," }
    }
}

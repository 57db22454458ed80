import Dashboard
import Intuned
import ResultsFile
import Testing
import TextScreen

/// Every page in common sizes and character sets.
@Suite struct PictureTests {
    struct Screen: CustomTestStringConvertible, Sendable {
        var columns: Int
        var rows: Int
        var charset = Charset.unicode14

        var testDescription: String { "\(columns)x\(rows)\(charset == .ascii ? "-ascii" : "")" }
    }

    static let screens = [
        Screen(columns: 80, rows: 24), Screen(columns: 120, rows: 40), Screen(columns: 40, rows: 10),
        Screen(columns: 80, rows: 24, charset: .ascii),
    ]

    private func sitting(_ screen: Screen, pages: [Page] = []) -> Sitting {
        var sitting = Sitting(columns: screen.columns, rows: screen.rows, charset: screen.charset, pages: pages)
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: [Samples.underWay, Samples.well, Samples.partly, Samples.failed], of: "nightly-prices", total: 37)
        sitting.answer(runs: [Samples.waiting, Samples.well], of: "orders-sync")
        sitting.answer(runs: [], of: "stock-levels")
        sitting.answer(runs: [Samples.failed, Samples.well, Samples.partly], of: "weekly-report")
        return sitting
    }

    private func run(_ run: JobRun, _ screen: Screen, results: RunResults? = nil) -> Sitting {
        var sitting = sitting(screen, pages: [.run(RunPage(key: RunKey(profile: .first, job: "nightly-prices", run: run.id)))])
        sitting.answer(run: run, of: "nightly-prices", results: results)
        return sitting
    }

    @Test(arguments: screens) func theJobs(screen: Screen) {
        expectPicture(sitting(screen).state, named: "jobs-\(screen.testDescription)")
    }

    @Test(arguments: screens) func theRunsOfAJob(screen: Screen) {
        var sitting = sitting(screen, pages: [.runs(RunsPage(profile: .first, job: "nightly-prices"))])
        sitting.press(.down)
        expectPicture(sitting.state, named: "runs-\(screen.testDescription)")
    }

    @Test(arguments: screens) func theHistoryOfAJob(screen: Screen) {
        var sitting = sitting(screen, pages: [.history(HistoryPage(profile: .first, job: "nightly-prices"))])
        sitting.press(.down)
        expectPicture(sitting.state, named: "history-\(screen.testDescription)")
    }

    @Test(arguments: screens) func theProblems(screen: Screen) {
        var sitting = sitting(screen)
        sitting.press(.character("!"), .down)
        expectPicture(sitting.state, named: "problems-\(screen.testDescription)")
    }

    @Test(arguments: screens) func aRunUnderWay(screen: Screen) {
        expectPicture(run(Samples.underWay, screen).state, named: "run-under-way-\(screen.testDescription)")
    }

    @Test(arguments: screens) func aFailedRun(screen: Screen) {
        expectPicture(run(Samples.failed, screen).state, named: "run-failed-\(screen.testDescription)")
    }

    /// Sizes in which a run with failed items shows its causes beside its results, and in which it has room for them alone.
    static let causesScreens = [
        Screen(columns: 200, rows: 60), Screen(columns: 140, rows: 40), Screen(columns: 80, rows: 24),
        Screen(columns: 80, rows: 24, charset: .ascii),
    ]

    @Test(arguments: causesScreens) func aRunWithItsCauses(screen: Screen) {
        let run = Samples.run(
            3, .success, ago: 90_000, took: 950, of: 60, ok: 51, failed: 8, snapshot: Samples.snapshot)
        var sitting = PeekTests.opened(run, columns: screen.columns, rows: screen.rows, charset: screen.charset)
        sitting.answer(from: .shop)
        expectPicture(sitting.state, named: "run-causes-\(screen.testDescription)")
    }

    @Test(arguments: causesScreens) func aRunWhoseResultsAreRead(screen: Screen) {
        let sitting = PeekTests.opened(columns: screen.columns, rows: screen.rows, charset: screen.charset)
        expectPicture(sitting.state, named: "run-reading-\(screen.testDescription)")
    }

    @Test(arguments: screens) func aConfiguration(screen: Screen) {
        var sitting = run(Samples.well, screen, results: Samples.results)
        sitting.press(.character("c"), .down, .down)
        expectPicture(sitting.state, named: "configuration-\(screen.testDescription)")
    }

    @Test(arguments: screens) func theDifference(screen: Screen) {
        var sitting = run(DifferenceTests.bad, screen)
        sitting.answer(runs: [DifferenceTests.bad, DifferenceTests.good], of: "nightly-prices")
        sitting.press(.character("d"))
        expectPicture(sitting.state, named: "difference-\(screen.testDescription)")
    }

    @Test(arguments: screens) func theFollowedJob(screen: Screen) {
        var sitting = sitting(screen)
        sitting.press(.down, .down, .character("F"))
        expectPicture(sitting.state, named: "follow-\(screen.testDescription)")
    }

    @Test(arguments: screens) func theHelp(screen: Screen) {
        var sitting = sitting(screen)
        sitting.press(.character("?"))
        expectPicture(sitting.state, named: "help-\(screen.testDescription)")
    }

    @Test(arguments: screens) func anOutage(screen: Screen) {
        var sitting = run(Samples.underWay, screen)
        sitting.pass(3)
        sitting.send(
            .runLoaded(
                RunKey(profile: .first, job: "nightly-prices", run: Samples.underWay.id),
                .failure(.notReachable(.refused("app.intuned.io")))))
        sitting.pass(120)
        expectPicture(sitting.state, named: "outage-\(screen.testDescription)")
    }

    @Test(arguments: screens) func aQuestion(screen: Screen) {
        var sitting = run(Samples.well, screen, results: Samples.results)
        sitting.press(.character("c"), .character("v"))
        expectPicture(sitting.state, named: "question-\(screen.testDescription)")
    }

    @Test(arguments: screens) func theWall(screen: Screen) {
        var sitting = sitting(screen)
        sitting.press(.character("w"))
        expectPicture(sitting.state, named: "wall-\(screen.testDescription)")
    }

    @Test(arguments: screens) func theWallWithoutASignal(screen: Screen) {
        var sitting = sitting(screen)
        sitting.press(.character("w"))
        sitting.pass(20)
        sitting.send(.jobsLoaded(.first, .failure(.notReachable(.refused("app.intuned.io")))))
        sitting.pass(120)
        expectPicture(sitting.state, named: "wall-no-signal-\(screen.testDescription)")
    }

    @Test(arguments: screens) func theStart(screen: Screen) {
        expectPicture(
            Sitting(columns: screen.columns, rows: screen.rows, charset: screen.charset).state,
            named: "start-\(screen.testDescription)")
    }

    private func reading(_ screen: Screen, _ file: SampleFile = .shop) -> Sitting {
        Sitting.reading(file, columns: screen.columns, rows: screen.rows, charset: screen.charset)
    }

    @Test(arguments: screens) func theItems(screen: Screen) {
        expectPicture(reading(screen).state, named: "items-\(screen.testDescription)")
    }

    @Test(arguments: screens) func theFailedItemsWhileMoreIsRead(screen: Screen) {
        var file = SampleFile.shop
        file.phase = .indexing
        var sitting = reading(screen, file)
        sitting.press(.character("a"))
        sitting.answer(from: file)
        expectPicture(sitting.state, named: "items-failed-\(screen.testDescription)")
    }

    @Test(arguments: screens) func anItem(screen: Screen) {
        var sitting = reading(screen)
        sitting.press(.character("n"))
        sitting.answer(from: .shop)
        sitting.press(.enter)
        sitting.answer(from: .shop)
        expectPicture(sitting.state, named: "item-\(screen.testDescription)")
    }

    @Test(arguments: screens) func theFailureGroups(screen: Screen) {
        var sitting = reading(screen)
        sitting.press(.character("e"))
        expectPicture(sitting.state, named: "groups-\(screen.testDescription)")
    }

    @Test(arguments: screens) func aFileThatIsNoItems(screen: Screen) {
        let file = SampleFile(rows: [], shape: .binary, bytes: (0..<2000).map { UInt8($0 % 251) })
        expectPicture(reading(screen, file).state, named: "bytes-\(screen.testDescription)")
    }
}

@testable import Dashboard
import FoundationEssentials
import Intuned
import Testing
import TextScreen

/// A list of a hundred thousand runs, of which only what is looked at is loaded.
struct LongListTests {
    private static let job = "price-ticks"
    private static let total = 100_000
    /// Seconds between two runs.
    private static let spacing = 600.0

    /// The run at a place; the platform makes them on demand.
    private static func run(_ place: Int) -> JobRun {
        Samples.run(
            100_000 - place, place % 7 == 0 ? .failure : .success, ago: Double(place) * spacing + 700, took: 60, of: 10, ok: 10,
            failed: 0)
    }

    /// A platform that answers with the runs of pages, at most so many rows each.
    private struct Platform {
        var rows = 100
        var started = 0
        var requests = 0

        mutating func answer(_ sitting: inout Sitting) {
            for order in sitting.taken() {
                guard case .call(_, let topic) = order, let page = topic.pageOfRuns else { continue }
                requests += 1
                let size = min(rows, page.size)
                let places = (page.number * size..<min(LongListTests.total + started, (page.number + 1) * size))
                let runs = places.map { LongListTests.run($0 - started) }
                sitting.answer(runs: runs, for: topic, total: LongListTests.total + started)
            }
        }
    }

    private func opened(rows: Int = 100) -> (Sitting, Platform) {
        var sitting = Sitting(columns: 120, rows: 30, pages: [.runs(RunsPage(profile: .first, job: Self.job))])
        var platform = Platform(rows: rows)
        sitting.answer(jobs: [Samples.job(Self.job)])
        for _ in 0..<3 { platform.answer(&sitting) }
        return (sitting, platform)
    }

    private func go(_ text: String, _ sitting: inout Sitting, _ platform: inout Platform) {
        sitting.press(.character(":"))
        for letter in "goto \(text)" { sitting.press(.character(letter)) }
        sitting.press(.enter)
        wait(&sitting, &platform)
    }

    private func wait(_ sitting: inout Sitting, _ platform: inout Platform) {
        for _ in 0..<60 {
            platform.answer(&sitting)
            if page(sitting).sought == nil { break }
            sitting.pass(1)
        }
    }

    /// Moves when the budget has allowed what the gap on the screen needs.
    private func step(_ key: Key, _ sitting: inout Sitting, _ platform: inout Platform) {
        sitting.press(key)
        platform.answer(&sitting)
        sitting.pass(5)
        platform.answer(&sitting)
    }

    private func page(_ sitting: Sitting) -> RunsPage {
        if case .runs(let page) = sitting.state.page { page } else { RunsPage(profile: .first, job: "") }
    }

    private func place(_ sitting: Sitting) -> Int { page(sitting).shown.place(ofRow: page(sitting).cursor.index) }

    @Test func lastRunIsOneRequestAway() {
        var (sitting, platform) = opened()
        let before = platform.requests
        sitting.press(.character("G"))
        #expect(draw(sitting.state).text.contains("Loading run 100,000"))
        platform.answer(&sitting)
        #expect(place(sitting) == 99_999)
        #expect(page(sitting).selected?.run == Self.run(99_999).id)
        #expect(platform.requests - before <= 2)
        #expect(draw(sitting.state).text.contains("run 100,000 of 100,000"))
        sitting.press(.character("g"))
        #expect(place(sitting) == 0)
    }

    @Test(arguments: [("50%", 50_000), ("1234", 1233), ("1%", 1000), ("last", 99_999), ("77777", 77_776)])
    func placeIsReachedWithoutWhatLiesBetween(text: String, expected: Int) {
        var (sitting, platform) = opened()
        go(text, &sitting, &platform)
        #expect(abs(place(sitting) - expected) <= 1)
        #expect(page(sitting).selected?.run == Self.run(place(sitting)).id)
        #expect(sitting.state.records.listings[Self.job]?.runs.count ?? 0 < 1500)
    }

    @Test(arguments: [1.0, 3, 100, 300, 600]) func timeIsFoundInAFewRequests(days: Double) throws {
        var (sitting, platform) = opened()
        let before = platform.requests
        go("-\(Int(days))d", &sitting, &platform)
        let start = try #require(page(sitting).selected.flatMap { sitting.state.records.run($0)?.startTime?.date })
        let wanted = Sitting.start.wall - days * 86_400
        #expect(start <= wanted + 120 && start > wanted - Self.spacing * 2 - 120)
        #expect(platform.requests - before < 60)
        #expect(page(sitting).sought == nil)
    }

    @Test func gapFillsFromTheSideThatIsLookedAt() {
        var (sitting, platform) = opened()
        go("50%", &sitting, &platform)
        let middle = place(sitting)
        for _ in 0..<150 { step(.up, &sitting, &platform) }
        #expect((middle - 150...middle - 140).contains(place(sitting)))
        #expect(page(sitting).selected?.run == Self.run(place(sitting)).id)
        for _ in 0..<400 { step(.down, &sitting, &platform) }
        #expect((middle + 240...middle + 255).contains(place(sitting)))
        #expect(page(sitting).selected?.run == Self.run(place(sitting)).id)
        #expect(page(sitting).shown.gaps.count == 2)
    }

    @Test func selectionStaysWhileRunsStart() {
        var (sitting, platform) = opened()
        go("50%", &sitting, &platform)
        let selected = page(sitting).selected
        let row = draw(sitting.state).text.split(separator: "\n").count
        platform.started = 3
        for _ in 0..<60 {
            platform.answer(&sitting)
            sitting.pass(1)
        }
        #expect(page(sitting).selected == selected)
        #expect(draw(sitting.state).text.split(separator: "\n").count == row)
        #expect(place(sitting) == 50_003 || place(sitting) == 50_002)
    }

    @Test func shorterPagesOfThePlatformAreLearned() {
        var (sitting, platform) = opened(rows: 40)
        go("50%", &sitting, &platform)
        #expect(abs(place(sitting) - 50_000) <= 1)
        #expect(page(sitting).selected?.run == Self.run(place(sitting)).id)
    }

    @Test func wanderingKeepsMemoryBounded() {
        var (sitting, platform) = opened()
        for step in 1...60 { go("\(step)%", &sitting, &platform) }
        let far = sitting.state.records.listings[Self.job]?.far.pieces.reduce(0) { $0 + $1.runs.count } ?? 0
        #expect(far <= FarRuns.most && far > FarRuns.most / 2)
    }

    @Test func moveStopsTheSearch() {
        var (sitting, _) = opened()
        sitting.press(.character("G"), .up)
        #expect(page(sitting).sought == nil)
        #expect(!draw(sitting.state).text.contains("Loading run"))
    }

    @Test func filterSeesWhatIsLoadedFurtherDown() {
        var (sitting, platform) = opened()
        go("50%", &sitting, &platform)
        sitting.press(.character("/"))
        for letter in "started:..-300d" { sitting.press(.character(letter)) }
        sitting.press(.enter)
        #expect(page(sitting).shown.runs.count >= 100)
        #expect(page(sitting).shown.gaps.isEmpty)
    }
}

/// The pieces of a long list.
struct FarRunsTests {
    private func rows(_ places: Range<Int>) -> [JobRun] {
        places.map { Samples.run(90_000 - $0, .success, ago: Double($0), took: 1, of: 1, ok: 1, failed: 0) }
    }

    @Test func piecesThatTouchOrShareRunsAreJoined() {
        var far = FarRuns()
        far.add(rows(100..<200), at: 100)
        far.add(rows(300..<400), at: 300)
        #expect(far.pieces.map(\.place) == [100, 300])
        far.add(rows(200..<300), at: 200)
        #expect(far.pieces.map { $0.place..<$0.end } == [100..<400])
        far.add(rows(350..<450), at: 352)
        #expect(far.pieces.map { $0.place..<$0.end } == [100..<450])
        #expect(far.pieces[0].runs == rows(100..<450))
    }

    @Test func firstPieceIsTakenWhenTheTopReachesIt() {
        var far = FarRuns()
        far.add(rows(100..<200), at: 100)
        #expect(far.takeFirst(reachedBy: 99) { _ in false } == nil)
        #expect(far.takeFirst(reachedBy: 100) { _ in false } == rows(100..<200))
        #expect(far.isEmpty)
    }

    @Test func farthestPiecesAreDropped() {
        var far = FarRuns()
        for place in stride(from: 0, to: 100_000, by: 1000) { far.add(rows(place..<(place + 100)), at: place) }
        #expect(far.pieces.count == FarRuns.most / 100)
        #expect(far.pieces.last?.place == 99_000)
        #expect(far.pieces.first?.place == 50_000)
    }
}

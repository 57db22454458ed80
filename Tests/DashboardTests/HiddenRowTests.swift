import Dashboard
import Intuned
import Testing
import TextScreen

/// Commands never act on a row that a filter hides.
@Suite struct HiddenRowTests {
    private let job = "nightly-prices"
    private let runs = (0..<12).map { number in
        Samples.run(
            100 + number, number == 3 ? .pending : .success, ago: Double(60 * (number + 1)), took: number == 3 ? nil : 9,
            reason: RunReason(type: nil, message: ["alpha", "beta", "gamma"][number % 3]), snapshot: Samples.snapshot)
    }

    private func onRuns() -> Sitting {
        var sitting = Sitting(pages: [.runs(RunsPage(profile: .first, job: job))])
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: runs, of: job)
        _ = sitting.taken()
        return sitting
    }

    private func keep(_ text: String, in sitting: inout Sitting) {
        sitting.press(.character("/"))
        sitting.type(text)
        sitting.press(.enter)
    }

    @Test(arguments: [Key.enter, .character("f"), .character(" "), .character("c"), .character("y"), .character("o")])
    func aKeyDoesNothingWhileTheFilterHidesEveryRun(key: Key) {
        var sitting = onRuns()
        keep("zzzz", in: &sitting)
        let before = sitting.state
        _ = sitting.taken()
        sitting.press(key)
        #expect(sitting.taken() == [])
        #expect(sitting.state.stack == before.stack)
        #expect(sitting.state.marks == [])
        #expect(sitting.state.notice == nil)
    }

    @Test func aKeyDoesNothingWhileTheFilterHidesEveryJob() {
        var sitting = Sitting()
        sitting.answer(jobs: Samples.jobs)
        keep("zzzz", in: &sitting)
        _ = sitting.taken()
        sitting.press(.enter, .character("y"), .character("o"))
        #expect(sitting.taken() == [])
        #expect(sitting.state.page.kind == .jobs)
    }

    @Test func theSelectionComesBackWithTheRowsThatTheFilterHid() {
        var sitting = onRuns()
        sitting.press(.down, .down)
        keep("zzzz", in: &sitting)
        sitting.press(.escape)
        _ = sitting.taken()
        sitting.press(.character("y"))
        #expect(sitting.taken() == [.terminal(.copy(runs[2].id))])
    }

    @Test func markedRunsThatTheFilterHidesAreNotFetched() {
        var sitting = onRuns()
        sitting.press(.character(" "), .character(" "), .character(" "))
        keep("beta", in: &sitting)
        #expect(draw(sitting.state).words.contains("1 marked, 2 marked but hidden by the filter"))
        _ = sitting.taken()
        sitting.press(.character("f"))
        let fetched = sitting.taken().compactMap { if case .fetch(.begin(let order)) = $0 { order.key.run } else { nil } }
        #expect(fetched == [runs[1].id])
        #expect(sitting.state.marks.map(\.run) == [runs[0].id, runs[2].id])
    }

    /// Random keys while answers arrive: every row that they act on matches the filter.
    @Test(arguments: 1...40 as ClosedRange<UInt64>) func whateverIsPressedActsOnShownRows(seed: UInt64) {
        var dice = seed
        func roll(_ sides: Int) -> Int {
            dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(dice >> 33) % sides
        }
        var sitting = onRuns()
        let keys: [Key] = [
            .enter, .character("f"), .character(" "), .character("c"), .character("y"), .down, .up, .home, .end, .pageDown,
        ]
        for _ in 0..<60 {
            while sitting.state.page.kind != .runs { sitting.press(.escape) }
            switch roll(4) {
            case 0:
                let word = ["alpha", "beta", "gamma", "zzzz", ""][roll(5)]
                sitting.press(.character("/"), .control("u"))
                sitting.type(word)
                sitting.press(.enter)
            case 1: sitting.answer(runs: Array(runs.dropFirst(roll(4)).prefix(4 + roll(8))), of: job)
            default: break
            }
            _ = sitting.taken()
            let word = sitting.state.page.kind == .runs ? filter(sitting) : ""
            let marks = sitting.state.marks
            sitting.press(keys[roll(keys.count)])
            for run in actedOn(sitting, marks) {
                let message = runs.first { $0.id == run }?.reason?.message
                #expect(word.isEmpty || message == word, "\(run) under “\(word)”, seed \(seed)")
            }
            for fetch in sitting.state.fetches.keys { sitting.send(.fetchEnded(fetch, .failure(.cancelled))) }
        }
    }

    private func filter(_ sitting: Sitting) -> String {
        guard case .runs(let page) = sitting.state.page else { return "" }
        return page.filter.text
    }

    /// The runs that the latest key opened, marked, fetched or copied.
    private func actedOn(_ sitting: Sitting, _ marks: [RunKey]) -> [String] {
        var runs = Set(sitting.state.marks).symmetricDifference(marks).filter { sitting.state.fetches[$0] == nil }.map(\.run)
        switch sitting.state.page {
        case .run(let page): runs.append(page.key.run)
        case .configuration(let page): runs.append(page.key.run)
        default: break
        }
        for order in sitting.orders {
            switch order {
            case .fetch(.begin(let order)): runs.append(order.key.run)
            case .terminal(.copy(let text)): runs.append(text)
            default: break
            }
        }
        return runs
    }
}

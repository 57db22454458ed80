import Dashboard
import Intuned
import Testing
import TextScreen

@testable import ResultsFile

/// A results file that is opened again, under a page that shows a part of it, because its fetch started again.
struct ReopenedReadingTests {
    private let key = RunKey(profile: .first, job: "nightly-prices", run: Samples.partly.id)

    /// The item in the sixth row of a growing file, with its last value selected.
    private func itemOfAGrowingFile() -> Sitting {
        var sitting = Sitting(pages: [.run(RunPage(key: key))])
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(run: Samples.partly, of: "nightly-prices", results: Samples.results)
        sitting.press(.character("f"))
        sitting.send(.fetchProgressed(key, FetchProgress(received: 9000)))
        sitting.press(.enter)
        sitting.answer(from: .shop)
        sitting.press(.character("n"))
        sitting.answer(from: .shop)
        sitting.press(.enter)
        sitting.answer(from: .shop)
        sitting.press(.end)
        _ = sitting.taken()
        return sitting
    }

    private var smaller: SampleFile {
        var file = SampleFile.shop
        file.trees[5] = #"{"a":1}"#
        return file
    }

    @Test func openItemBeginsAgainOnASmallerTree() {
        var sitting = itemOfAGrowingFile()
        guard case .item = sitting.state.page else { return #expect(Bool(false), "\(draw(sitting.state).text)") }
        sitting.send(.fetchProgressed(key, FetchProgress(received: 100, restarts: 1)))
        #expect(sitting.orders.contains { if case .read(_, .open) = $0 { true } else { false } })
        for order in [Key.character("y"), .character("Y"), .left, .right, .up, .down, .end] { sitting.press(order) }
        sitting.answer(from: smaller)
        for order in [Key.left, .right, .up, .down, .end, .home] { sitting.press(order) }
        _ = sitting.taken()
        sitting.press(.character("Y"))
        #expect(sitting.taken() == [.terminal(.copy("$.a"))])
        #expect(draw(sitting.state).text.contains("a "))
    }

    @Test func restartThatBringsMoreThanBeforeIsReadAgainToo() {
        var sitting = itemOfAGrowingFile()
        sitting.send(.fetchProgressed(key, FetchProgress(received: 20_000, restarts: 1)))
        #expect(sitting.orders.contains { if case .read(_, .open) = $0 { true } else { false } })
    }

    @Test func progressWithoutARestartIsFollowed() {
        var sitting = itemOfAGrowingFile()
        sitting.send(.fetchProgressed(key, FetchProgress(received: 20_000)))
        #expect(!sitting.orders.contains { if case .read(_, .open) = $0 { true } else { false } })
        #expect(sitting.orders.contains { if case .read(_, .extend(to: 20_000)) = $0 { true } else { false } })
    }

    @Test func rowThatIsNotThereYetIsLookedForAgain() {
        var sitting = itemOfAGrowingFile()
        sitting.send(.fetchProgressed(key, FetchProgress(received: 100, restarts: 1)))
        var short = smaller
        short.rows = Array(short.rows.prefix(2))
        sitting.answer(from: short)
        #expect(draw(sitting.state).words.contains("The file has no row 6"))
        guard let id = sitting.state.reading?.id else { return #expect(Bool(false), "it is open") }
        sitting.send(.read(id, .indexed(smaller.snapshot)))
        sitting.answer(from: smaller)
        #expect(!draw(sitting.state).words.contains("The file has no row"))
    }
}

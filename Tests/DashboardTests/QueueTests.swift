import Dashboard
import Intuned
import ResultsFile
import Testing
import TextScreen

/// Marked runs are fetched one after another.
@Suite struct QueueTests {
    private static let runs = [Samples.underWay, Samples.well, Samples.partly, Samples.failed]
    private static let cut = FetchFailure.transport(.connectionLost(.reset(.answer)), partial: nil)

    private func listed(columns: Int = 120, rows: Int = 40) -> Sitting {
        var sitting = Sitting(columns: columns, rows: rows, pages: [.runs(RunsPage(profile: .first, job: "nightly-prices"))])
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: Self.runs, of: "nightly-prices")
        _ = sitting.taken()
        return sitting
    }

    /// A user who has marked the three finished runs and pressed f.
    private func queued() -> Sitting {
        var sitting = listed()
        sitting.press(.down, .character(" "), .character(" "), .character(" "), .character("f"))
        return sitting
    }

    private func key(_ run: JobRun) -> RunKey { RunKey(profile: .first, job: "nightly-prices", run: run.id) }

    private func fetched(_ effects: [Effect]) -> [RunKey] {
        effects.compactMap { if case .fetch(.begin(let order)) = $0 { order.key } else { nil } }
    }

    private func end(_ run: JobRun, _ failure: FetchFailure? = nil, in sitting: inout Sitting) {
        let file = FetchedFile(path: "\(run.id).jsonl", bytes: 100)
        sitting.send(.fetchEnded(key(run), failure.map { .failure($0) } ?? .success(file)))
    }

    @Test func spaceMarksARunAndGoesOnAndTakesTheMarkAwayAgain() {
        var sitting = listed()
        sitting.press(.character(" "))
        #expect(draw(sitting.state).text.contains("4 runs, 1 marked"))
        _ = sitting.taken()
        sitting.press(.character("y"))
        #expect(sitting.taken() == [.terminal(.copy(Samples.well.id))])
        sitting.press(.up, .character(" "))
        #expect(!draw(sitting.state).text.contains("marked"))
    }

    @Test func escapeTakesTheMarksAwayBeforeItLeaves() {
        var sitting = listed()
        sitting.press(.character(" "), .escape)
        #expect(!draw(sitting.state).text.contains("marked"))
        #expect(sitting.state.page.kind == .runs)
        sitting.press(.escape)
        #expect(sitting.state.page.kind == .jobs)
    }

    @Test func markedRunsAreFetchedInTheOrderOfTheirMarksOneAtATime() {
        var sitting = queued()
        #expect(fetched(sitting.taken()) == [key(Samples.well)])
        #expect(draw(sitting.state).text.contains("(and 2 more)"))
        #expect(draw(sitting.state).text.contains("waiting"))
        sitting.send(.fetchProgressed(key(Samples.well), FetchProgress(received: 40, total: 100)))
        #expect(draw(sitting.state).text.contains("40 %"))
        end(Samples.well, in: &sitting)
        #expect(fetched(sitting.taken()) == [key(Samples.partly)])
        end(Samples.partly, in: &sitting)
        #expect(fetched(sitting.taken()) == [key(Samples.failed)])
        end(Samples.failed, in: &sitting)
        #expect(fetched(sitting.taken()) == [])
        #expect(draw(sitting.state).text.contains("Fetched the results of 3 runs."))
    }

    /// Small results arrive at once, and hundreds of runs may be marked.
    @Test func theQueueKeepsToTheAllowanceOfRequests() {
        let runs = (0..<200).map { Samples.run(3000 + $0, .success, ago: Double(10 * $0 + 10), took: 1) }
        var sitting = Sitting(rows: 300, pages: [.runs(RunsPage(profile: .first, job: "nightly-prices"))])
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: Array(runs.prefix(20)), of: "nightly-prices", total: 200)
        for page in 0..<2 {
            sitting.answer(runs: Array(runs.dropFirst(100 * page).prefix(100)), of: "nightly-prices", total: 200, page: page)
        }
        for _ in runs { sitting.press(.character(" ")) }
        sitting.press(.character("f"))
        var begun: [Double] = []
        for _ in 0..<2000 where begun.count < runs.count {
            for key in fetched(sitting.taken()) {
                begun.append(sitting.now.uptime)
                sitting.send(.fetchEnded(key, .success(FetchedFile(path: "\(key.run).jsonl", bytes: 100))))
            }
            #expect(sitting.state.polling.budget.used(at: sitting.now.uptime) <= RequestBudget.perMinute)
            sitting.pass(0.1)
        }
        #expect(begun.count == runs.count)
        for (index, first) in begun.enumerated() where index + RequestBudget.perMinute < begun.count {
            #expect(begun[index + RequestBudget.perMinute] - first >= 60)
        }
    }

    @Test func addingARunToAQueueThatWaitsForTheAllowanceLosesNone() {
        let runs = (0..<101).map { Samples.run(3000 + $0, .success, ago: Double(10 * $0 + 10), took: 1) }
        var sitting = Sitting(rows: 300, pages: [.runs(RunsPage(profile: .first, job: "nightly-prices"))])
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: Array(runs.prefix(20)), of: "nightly-prices", total: 101)
        for page in 0..<2 {
            sitting.answer(runs: Array(runs.dropFirst(100 * page).prefix(100)), of: "nightly-prices", total: 101, page: page)
        }
        for _ in 0..<100 { sitting.press(.character(" ")) }
        sitting.press(.character("f"))
        var ended: [RunKey] = []
        func endAll() {
            var begun = fetched(sitting.taken())
            while !begun.isEmpty {
                for key in begun {
                    ended.append(key)
                    sitting.send(.fetchEnded(key, .success(FetchedFile(path: "\(key.run).jsonl", bytes: 100))))
                }
                begun = fetched(sitting.taken())
            }
        }
        endAll()
        #expect(ended.count < 100)
        sitting.press(.end, .character(" "), .character("f"))
        for _ in 0..<1000 where ended.count < 101 {
            endAll()
            sitting.pass(1)
        }
        #expect(ended.map(\.run).sorted() == runs.map(\.id).sorted())
        sitting.press(.character("q"))
        #expect(sitting.taken().contains(.quit))
    }

    @Test func browsingGoesOnWhileTheQueueIsWorkedOff() {
        var sitting = queued()
        sitting.press(.escape)
        _ = sitting.taken()
        end(Samples.well, in: &sitting)
        #expect(sitting.state.page.kind == .jobs)
        #expect(fetched(sitting.taken()) == [key(Samples.partly)])
    }

    @Test func aFileThatIsThereStaysAndStopsNothing() {
        var sitting = queued()
        end(Samples.well, .fileExists(path: "a.jsonl"), in: &sitting)
        end(Samples.partly, in: &sitting)
        end(Samples.failed, .refused(status: 404), in: &sitting)
        #expect(sitting.state.question == nil)
        let words = draw(sitting.state).words
        #expect(words.contains("Fetched the results of 1 run; 1 file already exists: press f on the run to replace; 1 failed"))
        #expect(words.contains("exists"))
    }

    @Test(arguments: [
        cut, .run(.notReachable(.refused("h"))), .run(.unauthorized(nil)),
        .run(.notFound(.project("p"), nil)), .run(.server(status: 502, nil)),
        .file(FileFailure(path: "x", .system(code: 28))),
        .file(FileFailure(path: "x", .system(code: 13), folderTakesFiles: false)),
    ]) func whatEveryOtherRunWouldFailOfAsWellStopsTheQueueAndNothingIsForgotten(failure: FetchFailure) {
        var sitting = queued()
        _ = sitting.taken()
        end(Samples.well, failure, in: &sitting)
        #expect(fetched(sitting.taken()) == [])
        #expect(draw(sitting.state).words.contains("3 runs not fetched. They are marked again; press f to continue."))
        #expect(draw(sitting.state).text.contains("3 marked"))
        sitting.press(.character("f"))
        #expect(fetched(sitting.taken()) == [key(Samples.well)])
    }

    @Test(arguments: [
        FileFailure(path: "x", .system(code: 21)), FileFailure(path: "x", .system(code: 36)), FileFailure(path: "x", .notAFile),
        FileFailure(path: "x", .inUse),
    ]) func badPathFailsItsOwnRunAlone(failure: FileFailure) {
        var sitting = queued()
        _ = sitting.taken()
        end(Samples.well, .file(failure), in: &sitting)
        #expect(fetched(sitting.taken()) == [key(Samples.partly)])
        #expect(sitting.state.fetches[key(Samples.well)] == .failed(.file(failure)))
    }

    @Test func aRunThatWaitsLeavesTheQueueAtXAndIsFetchedAtOnceAtF() {
        var sitting = queued()
        _ = sitting.taken()
        // The cursor is on the last of the three runs, which waits.
        sitting.press(.character("x"))
        #expect(sitting.taken() == [])
        #expect(sitting.state.fetches[key(Samples.failed)] == nil)
        sitting.press(.up, .character("f"))
        #expect(fetched(sitting.taken()) == [key(Samples.partly)])
        end(Samples.well, in: &sitting)
        #expect(fetched(sitting.taken()) == [])
    }

    @Test func stoppingTheRunWhoseTurnItIsGoesOnWithTheNext() {
        var sitting = queued()
        _ = sitting.taken()
        end(Samples.well, .cancelled, in: &sitting)
        #expect(fetched(sitting.taken()) == [key(Samples.partly)])
    }

    @Test func aRunThatIsNotOverKeepsItsMark() {
        var sitting = listed()
        sitting.press(.character(" "), .character(" "), .character("f"))
        #expect(fetched(sitting.taken()) == [key(Samples.well)])
        #expect(draw(sitting.state).words.contains("1 marked run has no results yet and stays marked."))
        #expect(sitting.state.marks == [key(Samples.underWay)])
    }

    @Test func leavingWhileRunsWaitAsksFirst() {
        var sitting = queued()
        _ = sitting.taken()
        sitting.press(.character("q"))
        #expect(sitting.taken() == [])
        #expect(draw(sitting.state).words.contains("A fetch or export is running."))
    }

    @Test func aScreenOfAnySizeShowsTheMarks() {
        for (columns, rows) in [(40, 10), (80, 24), (160, 40)] {
            var sitting = listed(columns: columns, rows: rows)
            sitting.press(.down, .character(" "))
            #expect(draw(sitting.state).text.contains("1 mark"), "\(columns)x\(rows)")
        }
    }
}

/// A question that no key caused ignores keys meant for the page.
@Suite struct QuestionTests {
    private let key = RunKey(profile: .first, job: "nightly-prices", run: Samples.well.id)

    private func asked() -> Sitting {
        var sitting = Sitting(pages: [.run(RunPage(key: key))])
        sitting.answer(run: Samples.well, of: "nightly-prices", results: Samples.results)
        sitting.press(.character("f"))
        sitting.send(.fetchEnded(key, .failure(.fileExists(path: "a.jsonl"))))
        _ = sitting.taken()
        return sitting
    }

    @Test func aKeyPressedAsTheQuestionAppearsAnswersNothing() {
        var sitting = asked()
        sitting.press(.character("y"), .character("n"), .escape)
        #expect(sitting.taken() == [])
        #expect(draw(sitting.state).words.contains("a.jsonl already exists. Replace it?"))
        sitting.pass(1)
        sitting.press(.character("y"))
        #expect(sitting.taken().contains(.fetch(.begin(FetchOrder(key, folder: ".", replaces: true)))))
    }

    @Test func aQuestionThatAKeyBroughtUpTakesItsAnswerAtOnce() {
        var sitting = Sitting(pages: [.run(RunPage(key: key))])
        sitting.answer(run: Samples.well, of: "nightly-prices", results: Samples.results)
        sitting.press(.character("c"), .character("v"), .character("y"))
        #expect(sitting.state.revealed == key)
    }

    @Test func twoQuestionsAreAskedOneAfterTheOther() {
        var sitting = asked()
        let other = RunKey(profile: .first, job: "nightly-prices", run: Samples.partly.id)
        sitting.send(.fetchEnded(other, .failure(.fileExists(path: "b.jsonl"))))
        #expect(draw(sitting.state).words.contains("a.jsonl already exists."))
        sitting.pass(1)
        sitting.press(.character("n"))
        #expect(draw(sitting.state).words.contains("b.jsonl already exists."))
        sitting.press(.character("y"))
        #expect(sitting.taken().isEmpty)
        sitting.pass(1)
        sitting.press(.character("n"))
        #expect(sitting.state.question == nil)
    }

    @Test func renewedLinksCountInTheBudget() {
        var sitting = Sitting()
        let key = RunKey(profile: .first, job: "nightly-prices", run: Samples.well.id)
        let before = sitting.state.polling.budget.used(at: sitting.now.uptime)
        for _ in 0..<3 { sitting.send(.linkRenewed(key)) }
        #expect(sitting.state.polling.budget.used(at: sitting.now.uptime) == before + 3)
    }
}

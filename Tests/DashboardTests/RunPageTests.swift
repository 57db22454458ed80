import Dashboard
import Intuned
import Testing
import TextScreen

@Suite struct RunPageTests {
    private func opened(_ run: JobRun, results: RunResults? = nil, columns: Int = 120, rows: Int = 40) -> Sitting {
        var sitting = Sitting(
            columns: columns, rows: rows, pages: [.run(RunPage(key: RunKey(profile: .first, job: "nightly-prices", run: run.id)))]
        )
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(run: run, of: "nightly-prices", results: results)
        _ = sitting.taken()
        return sitting
    }

    @Test func aRunThatFailedSaysWhyAndWhatToDo() {
        let text = draw(opened(Samples.failed, columns: 140).state).text
        for words in [
            "FAILURE", "internal-server-error (infrastructure)", "An error occurred while executing the job",
            "Send the correlation id", "123e4567-e89b-12d3-a456-426614174000", "\"node\": \"worker-7\"", "error-codes",
        ] {
            #expect(text.contains(words), "\(words) is on the screen")
        }
    }

    @Test func aSuccessWithFailedItemsIsNeverPlainlyGood() {
        #expect(Standing(of: Samples.partly) == .partly)
        #expect(draw(opened(Samples.partly).state).text.contains("with 50 failed items"))
    }

    @Test func theClockOfAnActiveRunRunsWhileAnswersComeAndStopsWhenTheyDoNot() {
        var sitting = opened(Samples.underWay)
        #expect(draw(sitting.state).text.contains("running for 12m 31s"))
        sitting.pass(1)
        #expect(draw(sitting.state).text.contains("running for 12m 32s"))
        sitting.pass(2)
        let key = RunKey(profile: .first, job: "nightly-prices", run: Samples.underWay.id)
        sitting.send(.runLoaded(key, .failure(.notReachable(.refused("app.intuned.io")))))
        sitting.pass(600)
        #expect(draw(sitting.state).text.contains("running for 12m 31s"))
        #expect(draw(sitting.state).words.contains("10m 3s old"))
    }

    @Test func aRunInWhichNothingMovesSaysSo() {
        var run = Samples.underWay
        run.updatedAt = Samples.time(700)
        #expect(draw(opened(run).state).text.contains("running for 12m 31s, no progress for 11m 40s"))
    }

    @Test func failedItemsWithoutAnErrorPointToTheResults() {
        var sitting = opened(Samples.partly, results: Samples.results, columns: 200)
        #expect(draw(sitting.state).words.contains("50 items failed. Press f to fetch the results and see why."))
        sitting.press(.character("f"))
        let key = RunKey(profile: .first, job: "nightly-prices", run: Samples.partly.id)
        sitting.send(.fetchEnded(key, .success(FetchedFile(path: "nightly-prices-3.jsonl", bytes: 1_000_000))))
        #expect(draw(sitting.state).words.contains("50 items failed. Press Enter to see why."))
    }

    @Test func failedItemsDoNotPointToResultsThatThePlatformDoesNotOffer() {
        let words = draw(opened(Samples.partly).state).words
        #expect(words.contains("50 items failed. No results for this run."))
        #expect(words.contains("No results for this run"))
    }

    @Test func aStatusThatNobodyKnowsIsShownAsItCame() {
        var run = Samples.underWay
        run.status = .unrecognized("HIBERNATING")
        #expect(draw(opened(run).state).text.contains("HIBERNATING"))
    }

    @Test func fetchAsksForTheResultsOfTheRunAndNamesTheFileAtTheEnd() {
        var sitting = opened(Samples.well, results: Samples.results)
        let key = RunKey(profile: .first, job: "nightly-prices", run: Samples.well.id)
        sitting.press(.character("f"))
        #expect(sitting.taken() == [.fetch(.begin(FetchOrder(key, folder: ".")))])
        sitting.press(.character("f"))
        #expect(sitting.taken() == [])
        sitting.send(.fetchProgressed(key, FetchProgress(received: 500_000, total: 1_000_000, rate: 250_000)))
        #expect(draw(sitting.state).text.contains("500.0 kB of 1.0 MB, 50 %, 250.0 kB/s, 2s left"))
        sitting.send(.fetchEnded(key, .success(FetchedFile(path: "nightly-prices-2.jsonl", bytes: 1_000_000))))
        #expect(draw(sitting.state).text.contains("Saved nightly-prices-2.jsonl (1.0 MB)."))
    }

    @Test func aFetchThatHadToBeginAnewSaysSo() {
        var sitting = opened(Samples.well, results: Samples.results)
        let key = RunKey(profile: .first, job: "nightly-prices", run: Samples.well.id)
        sitting.press(.character("f"))
        sitting.send(.fetchProgressed(key, FetchProgress(received: 500_000, total: 1_000_000, restarts: 1)))
        #expect(draw(sitting.state).words.contains("50 %, restarted once"))
        sitting.send(.fetchEnded(key, .success(FetchedFile(path: "a.jsonl", bytes: 1_000_000, restarts: 2))))
        #expect(draw(sitting.state).words.contains("a.jsonl (1.0 MB), restarted 2 times"))
    }

    @Test func aRateIsNotShownLongerThanItIsTrue() {
        var sitting = opened(Samples.well, results: Samples.results)
        sitting.press(.character("f"))
        let progress = FetchProgress(received: 500_000, total: 1_000_000, rate: 250_000)
        sitting.send(.fetchProgressed(RunKey(profile: .first, job: "nightly-prices", run: Samples.well.id), progress))
        sitting.pass(2)
        #expect(draw(sitting.state).words.contains("250.0 kB/s, 2s left"))
        sitting.pass(5)
        #expect(!draw(sitting.state).words.contains("kB/s"))
        #expect(draw(sitting.state).words.contains("50 %, no data for 7s"))
        let broken = FetchProgress(received: 500_000, total: 1_000_000)
        sitting.send(.fetchProgressed(RunKey(profile: .first, job: "nightly-prices", run: Samples.well.id), broken))
        #expect(draw(sitting.state).words.contains("50 %, no data for 7s"), "a word without a byte breaks no silence")
    }

    @Test func aFetchMayBeStopped() {
        var sitting = opened(Samples.well, results: Samples.results)
        sitting.press(.character("f"), .character("x"))
        #expect(sitting.taken().last == .fetch(.stop(RunKey(profile: .first, job: "nightly-prices", run: Samples.well.id))))
    }

    @Test func aFileThatIsThereIsReplacedOnlyAfterAYes() {
        var sitting = opened(Samples.well, results: Samples.results)
        let key = RunKey(profile: .first, job: "nightly-prices", run: Samples.well.id)
        sitting.press(.character("f"))
        sitting.send(.fetchEnded(key, .failure(.fileExists(path: "a.jsonl"))))
        _ = sitting.taken()
        sitting.pass(1)
        sitting.press(.character("n"))
        #expect(sitting.taken() == [])
        sitting.press(.character("f"))
        sitting.send(.fetchEnded(key, .failure(.fileExists(path: "a.jsonl"))))
        _ = sitting.taken()
        sitting.pass(1)
        sitting.press(.character("y"))
        #expect(sitting.taken() == [.fetch(.begin(FetchOrder(key, folder: ".", replaces: true)))])
    }

    @Test func thereIsNothingToFetchFromAnActiveRunAndThatIsSaid() {
        var sitting = opened(Samples.underWay)
        #expect(!draw(sitting.state).lastLine.contains("fetch"))
        sitting.press(.character("f"))
        #expect(sitting.taken() == [])
        #expect(draw(sitting.state).text.contains("when the run has ended"))
    }

    @Test func secretsAreDotsUntilAYesAndAgainAfterLeaving() {
        var sitting = opened(Samples.well)
        sitting.press(.character("c"))
        func shows() -> Bool { draw(sitting.state).text.contains("topsecret") }
        #expect(!shows())
        sitting.press(.character("v"), .character("n"))
        #expect(!shows())
        sitting.press(.character("v"), .character("y"))
        #expect(shows())
        sitting.press(.escape, .character("c"))
        #expect(!shows())
        sitting.press(.character("v"), .character("y"))
        #expect(shows())
        sitting.send(.continued)
        #expect(!shows())
    }

    @Test func aTextThatIsPastedShowsNoSecret() {
        var sitting = opened(Samples.well)
        sitting.press(.character("c"))
        func shows() -> Bool { draw(sitting.state).text.contains("topsecret") }
        sitting.send(.pasted("vy"))
        #expect(!shows())
        sitting.press(.character("v"))
        sitting.send(.pasted("y"))
        #expect(!shows())
        sitting.press(.character("y"))
        #expect(shows())
    }

    @Test func aHiddenSecretIsNotCopied() {
        var sitting = opened(Samples.well)
        sitting.press(.character("c"))
        for _ in 0..<40 {
            sitting.press(.character("y"), .character("j"))
            for case .terminal(.copy(let text)) in sitting.taken() { #expect(!text.contains("topsecret")) }
        }
    }

    @Test func branchesOfTheConfigurationFold() {
        var sitting = opened(Samples.well)
        sitting.press(.character("c"))
        #expect(draw(sitting.state).text.contains("maximumAttempts"))
        sitting.press(.character("g"))
        for _ in 0..<40 where draw(sitting.state).text.contains("maximumAttempts") {
            sitting.press(.character("h"), .character("j"))
        }
        #expect(!draw(sitting.state).text.contains("maximumAttempts"))
    }

    @Test func theAddressOnTheWebIsShownWithItsPartsEncoded() {
        var sitting = Sitting(pages: [.run(RunPage(key: RunKey(profile: .first, job: "a/b ü", run: Samples.well.id)))])
        sitting.answer(run: Samples.well, of: "a/b ü")
        sitting.press(.character("o"))
        let shown = draw(sitting.state).text.replacing("\n", with: "").replacing(" ", with: "")
        #expect(
            shown.contains(
                "https://app.intuned.io/projects/p0000000-0000-4000-8000-000000000000/jobs/a%2Fb%20%C3%BC/\(Samples.well.id)"))
    }

    @Test func copyingSaysThatItWasSent() {
        var sitting = opened(Samples.well)
        sitting.press(.character("y"))
        #expect(sitting.taken() == [.terminal(.copy(Samples.well.id))])
        sitting.send(.copied(Samples.well.id, wasSent: true))
        #expect(draw(sitting.state).text.contains("Copied: \(Samples.well.id)"))
        sitting.send(.copied(Samples.well.id, wasSent: false))
        #expect(draw(sitting.state).text.contains("has no clipboard support"))
    }

    @Test func whatOpensAnAddressIsNotShownWhereThereIsNoClipboard() {
        var sitting = opened(Samples.well)
        sitting.send(.copied("https://store.example.com/trace.zip?X-Amz-Signature=0123456789abcdef", wasSent: false))
        let words = draw(sitting.state).words
        #expect(words.contains("the link's secret stays hidden: https://store.example.com/trace.zip"))
        #expect(!words.contains("0123456789abcdef"))
    }

    @Test func leavingDuringAFetchAsksFirst() {
        var sitting = opened(Samples.well, results: Samples.results)
        sitting.press(.character("f"))
        _ = sitting.taken()
        sitting.press(.character("q"))
        #expect(sitting.taken() == [])
        sitting.press(.character("y"))
        #expect(sitting.taken() == [.quit])
    }

    @Test func everyErrorHasItsWordAndItsSentence() {
        let errors: [IntunedError] = [
            .unauthorized(nil), .forbidden(nil), .notFound(.jobRun(job: "a", run: "b"), nil), .rateLimited(retryAfter: 5, nil),
            .refused(status: 400, nil), .server(status: 500, nil), .redirected(status: 302, toHost: "evil.example"),
            .notReachable(.refused("h")), .notUnderstood(.html(status: 502, title: "Bad Gateway")),
        ]
        let key = RunKey(profile: .first, job: "nightly-prices", run: Samples.underWay.id)
        for error in errors {
            var sitting = opened(Samples.underWay)
            sitting.pass(3)
            sitting.send(.runLoaded(key, .failure(error)))
            sitting.pass(1)
            let text = draw(sitting.state).text
            #expect(text.contains("\(Wording.headline(error)) 1s"), "\(error)")
            #expect(text.contains("652 of 1,000"), "\(error)")
            #expect(draw(sitting.state).words.contains("The data is from"), "\(error)")
        }
    }
}

import Dashboard
import FoundationEssentials
import Intuned
import Testing
import TextScreen

/// What comes of a confirmed action, and what is said and recorded of it.
struct ActionOutcomeTests {
    private static let timeout = IntunedError.notReachable(.timedOut(seconds: 15))

    /// A user who confirmed to terminate the active run.
    private func terminating() -> Sitting {
        var sitting = Sitting.onRuns()
        sitting.press(.character("K"))
        sitting.answerAfresh(Samples.underWay)
        sitting.type(Sitting.ending)
        sitting.press(.enter)
        return sitting
    }

    private func triggering() -> Sitting {
        var sitting = Sitting.onRuns()
        sitting.press(.character("R"))
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: Sitting.runs, of: Sitting.job)
        sitting.pass(1)
        sitting.press(.character("y"))
        return sitting
    }

    private var terminated: JobRun {
        var run = Samples.underWay
        (run.status, run.endTime) = (.known(.terminated), Samples.time(0))
        return run
    }

    private func lines(_ sitting: Sitting) -> String { draw(sitting.state).words }

    @Test func acceptedActionIsWatchedUntilThePlatformShowsIt() {
        var sitting = terminating()
        sitting.answer(action: 1)
        #expect(lines(sitting).contains("The platform accepted to terminate the run."))
        sitting.press(.home)
        sitting.pass(4)
        #expect(sitting.taken().contains(.call(.first, .run(Sitting.key))))
        #expect(lines(sitting).contains("Terminate 00000001: asked 4s ago, not shown by the platform yet."))
        #expect(lines(sitting).contains("terminate asked 4s ago"))
        sitting.answer(run: terminated, of: Sitting.job)
        #expect(lines(sitting).contains("Run 00000001 is over (TERMINATED), 4s after it was asked."))
        #expect(sitting.state.actions.deeds == [])
    }

    @Test func runsPageSaysThatItWasAsked() {
        var sitting = terminating()
        sitting.answer(action: 1)
        sitting.press(.enter)
        sitting.pass(3)
        #expect(sitting.state.page.kind == .run)
        #expect(lines(sitting).contains("terminate asked 3s ago"))
    }

    @Test func watchIsKeptWhilePollingIsPaused() {
        var sitting = terminating()
        sitting.press(.character("p"))
        sitting.answer(action: 1)
        sitting.answer(run: Samples.underWay, of: Sitting.job)
        _ = sitting.taken()
        sitting.pass(4)
        #expect(sitting.taken().contains(.call(.first, .run(Sitting.key))))
    }

    @Test func effectThatNeverShowsIsSaidInTheEnd() {
        var sitting = terminating()
        sitting.answer(action: 1)
        for _ in 0..<80 {
            sitting.pass(4)
            if sitting.taken().contains(.call(.first, .run(Sitting.key))) {
                sitting.answer(run: Samples.underWay, of: Sitting.job)
            }
        }
        #expect(lines(sitting).contains("does not show it. Look at its web page (o)."))
    }

    @Test func refusalIsSaidAndRecorded() {
        var sitting = terminating()
        _ = sitting.taken()
        let complaint = Complaint(code: "conflict", message: "The run is locked.", correlationID: "c-1")
        sitting.fail(action: 1, .refused(status: 409, complaint))
        #expect(lines(sitting).contains("Terminate 00000001: refused."))
        #expect(lines(sitting).contains("The run is locked."))
        let records = sitting.recorded()
        #expect(records.map(\.outcome) == [.refused])
        #expect(records.map(\.correlationId) == ["c-1"])
    }

    @Test(arguments: [
        HTTPTransportError.refused("h:1"), .unresolvedHost("h"), .unreachable("h"),
        .timedOut(seconds: 10, waitingFor: .connection),
        .connectionLost(.reset(.request)), .tls(host: "h", .expired),
    ]) func failureBeforeSendingSaysThatNothingWasSent(_ cause: HTTPTransportError) {
        var sitting = triggering()
        _ = sitting.taken()
        sitting.fail(action: 1, .notReachable(cause))
        #expect(lines(sitting).contains("Trigger nightly-prices: nothing was sent."))
        #expect(sitting.recorded().map(\.outcome) == [.notSent])
        sitting.pass(30)
        #expect(sitting.sent() == [])
    }

    @Test(arguments: [
        timeout, .notReachable(.connectionLost(.reset(.answer))), .server(status: 502, nil), .notUnderstood(.empty),
    ])
    func lostAnswerIsLookedForAndNeverSentAgain(_ error: IntunedError) {
        var sitting = triggering()
        #expect(sitting.sent().count == 1)
        sitting.pass(12)
        sitting.fail(action: 1, error)
        #expect(sitting.taken().contains(.call(.first, .newestRuns(job: Sitting.job))))
        sitting.press(.home)
        #expect(lines(sitting).contains("Trigger nightly-prices: sent 12s ago, no "))
        // The samples count their times from the start of the sitting.
        let new = Samples.run(11, .pending, ago: -5, of: 10, ok: 0, failed: 0)
        sitting.answer(runs: [new] + Sitting.runs, of: Sitting.job)
        #expect(lines(sitting).contains("A run started 9s ago by hand: probably yours."))
        let records = sitting.recorded()
        #expect(records.map(\.outcome) == [.lost])
        #expect(records.map(\.foundRuns) == [[new.id]])
        for _ in 0..<40 { sitting.pass(10) }
        #expect(sitting.sent() == [])
    }

    @Test func lostTriggerWithoutARunSaysSo() {
        var sitting = triggering()
        sitting.fail(action: 1, Self.timeout)
        for _ in 0..<12 {
            sitting.pass(4)
            if sitting.taken().contains(.call(.first, .newestRuns(job: Sitting.job))) {
                sitting.answer(runs: Sitting.runs, of: Sitting.job)
            }
        }
        #expect(lines(sitting).contains("No run has started since: the platform probably did not get it."))
    }

    @Test func runOfTheScheduleIsNotTakenForTheOwn() {
        let scheduled = Samples.run(12, .pending, ago: -5)
        let evidence = ActionEvidence(in: [scheduled], known: [], sent: Sitting.start.wall)
        #expect(!evidence.isConclusive)
        let manual = Samples.run(13, .pending, ago: -5)
        #expect(ActionEvidence(in: [manual, scheduled], known: [], sent: Sitting.start.wall).isConclusive)
        #expect(ActionEvidence(in: [manual], known: [manual.id], sent: Sitting.start.wall) == .nothing)
        #expect(ActionEvidence(in: [Samples.well], known: [], sent: Sitting.start.wall) == .nothing)
    }

    @Test func lostTerminationIsJudgedByTheStatus() {
        var sitting = terminating()
        sitting.fail(action: 1, Self.timeout)
        sitting.answer(run: terminated, of: Sitting.job)
        #expect(lines(sitting).contains("It is TERMINATED now: probably your action."))
    }

    @Test func quittingDuringARequestAsksAndRecordsIt() {
        var sitting = terminating()
        sitting.press(.character("q"))
        #expect(lines(sitting).contains("An action is being sent. Quit without its answer?"))
        let records = sitting.state.departing.compactMap {
            if case .act(.record(let record)) = $0 { record.outcome } else { nil }
        }
        #expect(records == [.unknown])
        sitting.answer(action: 1)
        #expect(sitting.state.departing == [])
    }

    @Test func secondTriggerBesideALostOneIsWarnedOf() {
        var sitting = triggering()
        sitting.fail(action: 1, Self.timeout)
        sitting.press(.character("R"))
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: Sitting.runs, of: Sitting.job)
        #expect(lines(sitting).contains("Trigger nightly-prices: sent"))
    }

    @Test func fileThatCannotBeWrittenIsSaidOnce() {
        var sitting = Sitting.onRuns()
        sitting.send(.actionNotRecorded(nil))
        #expect(lines(sitting).contains("Actions work, but are not recorded."))
        sitting.press(.home)
        sitting.send(.actionNotRecorded(nil))
        #expect(!lines(sitting).contains("Actions work"))
    }

    @Test func recordNamesTheTargetAndHoldsNothingElse() {
        var sitting = terminating()
        _ = sitting.taken()
        sitting.answer(action: 1)
        var record = ActionRecord(
            Action(.terminate, ActionTarget(profile: .first, project: "my-project", job: Sitting.job, run: Sitting.key.run)),
            at: sitting.now.wall, source: .dashboard, host: "app.intuned.io", seconds: 0)
        (record.seen, record.outcome) = ("PENDING", .accepted)
        #expect(sitting.recorded() == [record])
    }
}

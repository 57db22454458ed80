import FoundationEssentials
import Insight
import Intuned
import Testing

/// Facts in, verdicts out.
struct VerdictTests {
    private static let usual = Facts.ordinary()

    @Test func ordinaryRunsBringNoVerdict() { #expect(Facts.names(Self.usual) == []) }

    @Test func aJobWithoutRunsBringsNoVerdict() { #expect(Facts.names([], job: Facts.job(next: nil, every: nil)) == []) }

    @Test(arguments: [1, 2, 20]) func failedRunsAreCounted(inARow: Int) throws {
        let failed = (0..<inARow).map { Facts.run("f\($0)", .failure, started: 20 + Double($0), took: 1, ok: 0, failed: 40) }
        let verdict = try #require(Facts.verdicts(failed + Self.usual).first)
        #expect(verdict.kind == .failed(inARow: inARow, share: 1))
        #expect(verdict.severity == .severe)
        #expect(verdict.isNew == (inARow == 1))
        #expect(verdict.since == failed.last?.startTime?.date)
    }

    @Test func runThatWasStoppedByAUserIsNoFailure() {
        #expect(Facts.names([Facts.run("t", .terminated, started: 5, reason: .terminated)] + Self.usual) == [])
    }

    @Test(arguments: [
        (RunReasonType.insufficientResourceCredits, Severity.severe), (.authSessionNotFound, .severe), (.s3SinkError, .severe),
        (.authSessionLocked, .warning), (.anotherJobRunActive, .warning),
    ])
    func runThatCannotStartSaysWhy(reason: RunReasonType, severity: Severity) throws {
        let runs = [Facts.run("c", .canceled, started: 5, took: 0, ok: 0, reason: reason)] + Self.usual
        let verdict = try #require(Facts.verdicts(runs).first)
        #expect(verdict.kind == .didNotStart(reason, inARow: 1))
        #expect(verdict.severity == severity)
    }

    @Test func failuresThatFollowAChangeNameIt() throws {
        func snapshot(_ timeout: String) -> ConfigurationSnapshot {
            ConfigurationSnapshot(
                tree: .object([
                    .init(name: "configuration", value: .object([.init(name: "requestTimeout", value: .number(timeout))]))
                ]))
        }
        let failed = (0..<3).map {
            Facts.run("f\($0)", .failure, started: 10 + Double($0), ok: 0, failed: 9, snapshot: snapshot("60"))
        }
        let good = [Facts.run("g", started: 20, snapshot: snapshot("600"))]
        let verdict = try #require(Facts.verdicts(failed + good).first)
        #expect(verdict.kind == .failingSinceChange(inARow: 3, paths: ["configuration.requestTimeout"]))
    }

    @Test(arguments: [(3, false), (4, true), (50, true)]) func moreFailuresThanUsualNeedAnEdge(failed: Int, isSo: Bool) {
        let run = Facts.run("r", started: 30, ok: 100 - failed, failed: failed)
        #expect(Facts.names([run] + Self.usual).contains("more-failures") == isSo)
    }

    @Test func fewRunsMakeNothingUsual() {
        #expect(Facts.names([Facts.run("r", started: 30, took: 29, ok: 10, failed: 90)] + Facts.ordinary(4)) == [])
    }

    @Test func manualRunsAreNotComparedWithScheduledOnes() {
        #expect(Facts.names([Facts.run("r", started: 30, took: 29, type: .manual)] + Self.usual) == [])
    }

    @Test func successWithoutItemsIsSevere() throws {
        let verdict = try #require(Facts.verdicts([Facts.run("r", started: 30, ok: 0)] + Self.usual).first)
        #expect(verdict.kind.name == "succeeded-with-nothing")
        #expect(verdict.severity == .severe)
    }

    @Test(arguments: [(24, true), (26, false)]) func farFewerItemsAreNamed(items: Int, isSo: Bool) {
        #expect(Facts.names([Facts.run("r", started: 30, ok: items)] + Self.usual).contains("far-fewer-items") == isSo)
    }

    @Test(arguments: [(15.0, false), (16.5, true)]) func slowRunIsSlowBeyondTheSpread(minutes: Double, isSo: Bool) {
        #expect(Facts.names([Facts.run("r", started: 30, took: minutes)] + Self.usual).contains("slow") == isSo)
        #expect(Facts.names([Facts.run("a", .pending, started: minutes, updated: 0)] + Self.usual).contains("slow") == isSo)
    }

    @Test(arguments: [(9.0, false), (11, true)]) func activeRunIsStuckWithoutAMovement(minutes: Double, isSo: Bool) throws {
        let run = Facts.run("a", .pending, started: 12, ok: 50, payloads: 100, updated: minutes)
        let verdict = Facts.verdicts([run] + Self.usual).first { $0.kind.name == "stuck" }
        #expect((verdict != nil) == isSo)
        if let verdict { #expect(verdict.since == Facts.ago(minutes).date) }
    }

    @Test func movementThatWasSeenCountsMoreThanTheLastChange() {
        let run = Facts.run("a", .pending, started: 12, ok: 50, payloads: 100, updated: 11)
        var seen = Observations()
        seen.note(Facts.run("a", .pending, started: 12, ok: 49, payloads: 100), at: Facts.now.addingTimeInterval(-60))
        seen.note(run, at: Facts.now.addingTimeInterval(-30))
        #expect(!Facts.names([run] + Self.usual, seen).contains("stuck"))
    }

    /// What is known is old, so nobody knows whether it moved.
    @Test func oldDataNeverMakesStuck() {
        let run = Facts.run("a", .pending, started: 12, ok: 50, payloads: 100, updated: 11)
        let known = Facts.now.addingTimeInterval(-300)
        let verdicts = Judge().verdicts(on: JobFacts(job: Facts.job(), runs: [run], known: known), Observations())
        #expect(!verdicts.contains { $0.kind.name == "stuck" })
    }

    @Test(arguments: [RunReasonType.authSessionInvalidMidJob, .s3SinkError, .insufficientResourceCredits])
    func pausedRunWithAReasonWaitsForAPerson(reason: RunReasonType) throws {
        let run = Facts.run("p", .paused, started: 30, reason: reason, updated: 20)
        let verdict = try #require(Facts.verdicts([run] + Self.usual).first)
        #expect(verdict.kind == .waitsForPerson(reason))
        #expect(verdict.severity == .severe && verdict.since == Facts.ago(20).date)
    }

    @Test(arguments: [(60.0, false), (1500, true)]) func pauseByAPersonIsLongAfterADay(minutes: Double, isSo: Bool) {
        let run = Facts.run("p", .paused, started: minutes + 10, reason: .userRequest, updated: minutes)
        #expect(Facts.names([run]).contains("paused-for-long") == isSo)
    }

    @Test(arguments: [(0.5, [String]()), (3.0, ["late"]), (12.0, ["missed"])]) func runThatIsDueIsLateThenMissed(
        minutes: Double, names: [String]
    ) {
        #expect(Facts.names(Self.usual, job: Facts.job(next: minutes)) == names)
    }

    @Test func jitterPutsALateStartOff() {
        #expect(Facts.names(Self.usual, job: Facts.job(next: 12, jitter: "15m")) == [])
        #expect(Facts.names(Self.usual, job: Facts.job(next: 40, jitter: "15m")) == ["missed"])
    }

    @Test func missedRunIsFoundThoughTheNextTimeHasMovedOn() {
        let runs = Facts.ordinary(8, from: 90)
        #expect(Facts.names(runs, job: Facts.job(next: -30)) == ["missed"])
    }

    @Test func runThatHasStartedIsNotMissed() {
        let runs = [Facts.run("a", .pending, started: 11, updated: 0)] + Self.usual
        #expect(!Facts.names(runs, job: Facts.job(next: 12)).contains("missed"))
    }

    /// Runs without a schedule, so many minutes apart, the newest so many minutes ago.
    private static func started(every gaps: [Double], from minutes: Double) -> [JobRun] {
        gaps.indices.map {
            Facts.run("m\($0)", started: minutes + gaps[..<$0].reduce(0, +), took: 5, type: .manual)
        }
    }

    @Test(arguments: [
        (60.0, [60.0, 62, 58, 60, 61, 60, 60], false), (99, [60, 62, 58, 60, 61, 60, 60], false),
        (110, [60, 62, 58, 60, 61, 60, 60], true), (5000, [10, 400, 30, 60, 900, 2, 60], false),
        (500, [60, 60, 60, 60], false),
    ]) func jobThatWasStartedLikeAClockIsOverdue(minutes: Double, gaps: [Double], isSo: Bool) {
        let job = Facts.job(next: nil, every: nil)
        let runs = Self.started(every: gaps, from: minutes)
        #expect(Facts.names(runs, job: job).contains("overdue") == isSo)
        #expect(!Facts.names(runs, job: Facts.job()).contains("overdue"), "a schedule decides where there is one")
        let active = Facts.run("a", .running, started: 2, type: .manual)
        #expect(!Facts.names([active] + runs, job: job).contains("overdue"))
    }

    @Test func pausedJobMissesNothing() {
        #expect(!Facts.names(Self.usual, job: Facts.job(.paused, next: 90)).contains("missed"))
    }

    @Test func twoActiveRunsOverlap() {
        let runs = [1.0, 5].map { Facts.run("a\($0)", .pending, started: $0, updated: 0) } + Self.usual
        #expect(Facts.names(runs).contains("overlaps"))
    }

    @Test func alternatingOutcomesAreFlapping() {
        let runs = (0..<8).map { Facts.run("r\($0)", $0.isMultiple(of: 2) ? .success : .failure, started: 10 + Double($0) * 60) }
        #expect(Facts.names(runs).contains("flapping"))
    }

    @Test func jobsThatShareACauseAreOneProblem() {
        func verdict(_ job: String, _ kind: Verdict.Kind) -> Verdict {
            Verdict(job: job, kind, .severe, since: Facts.now, isNew: true)
        }
        let credits = Verdict.Kind.didNotStart(.insufficientResourceCredits, inARow: 2)
        let verdicts = [
            verdict("a", credits), verdict("b", .failed(inARow: 1, share: nil)), verdict("c", credits),
            verdict("d", .waitsForPerson(.authSessionInvalidMidJob)), verdict("e", .waitsForPerson(.authSessionInvalidMidJob)),
        ]
        let problems = Problem.grouped(verdicts) { Facts.job(login: $0 == "d" ? "one" : "other") }
        #expect(problems.map(\.jobs).sorted { $0.count > $1.count } == [["a", "c"], ["b"], ["d"], ["e"]] || problems.count == 4)
        #expect(problems.count(where: \.isShared) == 1)
    }
}

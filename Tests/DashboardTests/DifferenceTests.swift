import Dashboard
import FoundationEssentials
import Intuned
import Testing
import TextScreen

/// Two configurations side by side, and steps from run to run.
struct DifferenceTests {
    static let good = Samples.run(32, .success, ago: 9000, took: 60, ok: 100, failed: 0, snapshot: snapshot("600", "one", "b"))
    static let bad = Samples.run(33, .failure, ago: 6000, took: 60, ok: 0, failed: 100, snapshot: snapshot("20", "two", "b"))
    private static let same = Samples.run(
        34, .failure, ago: 3000, took: 60, ok: 0, failed: 100, snapshot: snapshot("20", "two", "b"))

    private static func snapshot(_ timeout: String, _ token: String, _ sink: String) -> ConfigurationSnapshot {
        let text = """
            {"configuration":{"requestTimeout":\(timeout),"retry":{"maximumAttempts":3}},
             "proxy":{"version":"v1","url":"http://user:\(token)@proxy.example.com"},"sink":{"type":"s3","bucket":"\(sink)"}}
            """
        return (try? JSONDecoder().decode(ConfigurationSnapshot.self, from: Data(text.utf8))) ?? ConfigurationSnapshot()
    }

    private func opened(_ run: JobRun, among runs: [JobRun]) -> Sitting {
        let pages: [Page] = [
            .runs(RunsPage(profile: .first, job: "nightly-prices", selected: run.id)),
            .run(RunPage(key: RunKey(profile: .first, job: "nightly-prices", run: run.id))),
        ]
        var sitting = Sitting(columns: 120, rows: 40, pages: pages)
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: runs, of: "nightly-prices")
        sitting.answer(run: run, of: "nightly-prices")
        return sitting
    }

    @Test func onlyChangedFieldsAreShownUntilAllAreAskedFor() {
        var sitting = opened(Self.bad, among: [Self.bad, Self.good])
        sitting.press(.character("d"))
        #expect(draw(sitting.state).text.contains("compared with the previous run"))
        #expect(draw(sitting.state).text.contains("configuration.requestTimeout"))
        #expect(!draw(sitting.state).text.contains("sink.bucket"))
        sitting.press(.character("a"))
        #expect(draw(sitting.state).text.contains("sink.bucket"))
    }

    @Test func changedSecretIsNamedAndNotShown() {
        var sitting = opened(Self.bad, among: [Self.bad, Self.good])
        sitting.press(.character("d"))
        let text = draw(sitting.state).text
        #expect(text.contains("changed: "))
        #expect(!text.contains("two") && !text.contains("user:"))
    }

    @Test func failuresThatStartedWithTheChangeAreSaid() {
        var sitting = opened(Self.same, among: [Self.same, Self.bad, Self.good])
        sitting.press(.character("d"))
        #expect(draw(sitting.state).text.contains("no change"))
        sitting.press(.tab)
        #expect(draw(sitting.state).text.contains("compared with the last good run"))
        #expect(draw(sitting.state).text.contains("failures started here"))
        #expect(draw(sitting.state).text.contains("for 2 loaded runs"))
    }

    @Test func problemOfAChangeIsComparedWithTheLastGoodRun() {
        var sitting = Sitting(columns: 120, rows: 40)
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(runs: [Self.same, Self.bad, Self.good], of: "nightly-prices")
        sitting.press(.character("!"), .character("d"))
        #expect(draw(sitting.state).text.contains("compared with the last good run"))
    }

    @Test func runWithoutAnotherOneSaysSo() {
        var sitting = opened(Self.good, among: [Self.good])
        sitting.press(.character("d"))
        #expect(draw(sitting.state).text.contains("No previous run is loaded."))
        sitting.press(.tab, .tab)
        #expect(draw(sitting.state).text.contains("No run of this job is marked."))
    }

    @Test func bracketsStepFromRunToRunInPlace() {
        var sitting = opened(Self.bad, among: [Self.same, Self.bad, Self.good])
        let depth = sitting.state.stack.count
        sitting.press(.character("["))
        guard case .run(let shown) = sitting.state.page else { return #expect(Bool(false)) }
        #expect(shown.key.run == Self.good.id)
        #expect(sitting.state.stack.count == depth)
        sitting.press(.character("["))
        #expect(draw(sitting.state).text.contains("No older run is loaded."))
        sitting.press(.character("]"), .character("]"), .character("]"))
        #expect(draw(sitting.state).text.contains("This is the newest run."))
        sitting.press(.escape)
        guard case .runs(let list) = sitting.state.page else { return #expect(Bool(false)) }
        #expect(list.cursor.selected == Self.same.id)
    }
}

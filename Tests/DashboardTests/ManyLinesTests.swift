import Dashboard
import Intuned
import Testing
import TextScreen

/// Answers with too many lines to read: only a limited number is shown, so that no key waits for the rest.
@Suite struct ManyLinesTests {
    private let key = RunKey(profile: .first, job: "nightly-prices", run: Samples.run(9, .failure, ago: 100).id)
    private static let many = JSONValue.object((0..<200_000).map { .init(name: "k\($0)", value: .number("\($0)")) })

    private func opened(_ run: JobRun) -> Sitting {
        var sitting = Sitting(pages: [.run(RunPage(key: key))])
        sitting.answer(run: run, of: key.job)
        return sitting
    }

    @Test(arguments: [true, false]) func detailsAreShownAsFarAsAnybodyReads(isError: Bool) throws {
        let error = RunError(message: "m", details: Self.many)
        let reason = RunReason(type: .unrecognized("t"), details: Self.many)
        var sitting = opened(
            Samples.run(9, .failure, ago: 100, error: isError ? error : nil, reason: isError ? nil : reason))
        #expect(draw(sitting.state).text.contains("\"k0\": 0,"))
        let note = try #require(draw(sitting.state).text.firstMatch(of: /1-\d+ of (\d+)/)?.output.1)
        #expect(try #require(Int(note)) <= 5020)
        sitting.press(.end)
        #expect(draw(sitting.state).text.contains("\"k4998\": 4998,"))
        #expect(draw(sitting.state).text.contains("more lines are hidden"))
    }

    @Test func aLongTextInDetailsIsLookedAtAsFarAsAScreenReaches() {
        let text = String(repeating: "x", count: 10_000_000)
        let lines = JSONValue.object([.init(name: text, value: .string(text))]).indented(maximumLines: 9, maximumLength: 5)
        #expect(lines == ["{", "  \"xxxxx…\": \"xxxxx…\"", "}"])
        let error = RunError(message: "m", details: .object([.init(name: "a", value: .string(text))]))
        #expect(draw(opened(Samples.run(9, .failure, ago: 100, error: error)).state).text.contains("\"a\": \"xxxx"))
    }

    @Test func aConfigurationIsShownAsFarAsAnybodyReads() throws {
        let tree = JSONValue.object([
            .init(name: "a", value: .object([.init(name: "odd", value: Self.many)])),
            .init(name: "b", value: .object([.init(name: "last", value: .secret(Secret("s")))])),
        ])
        var sitting = opened(Samples.run(9, .success, ago: 100, snapshot: ConfigurationSnapshot(tree: tree)))
        sitting.press(.character("c"), .end)
        guard case .configuration(let page) = sitting.state.page else { return #expect(Bool(false)) }
        #expect(page.cursor.index == 19_999)
        #expect(draw(sitting.state).text.contains("secrets are hidden, more lines: fold some to see them"))
        // A folded branch makes room for the lines after it.
        sitting.press(.home, .down, .left)
        #expect(draw(sitting.state).text.contains("last"))
        #expect(!draw(sitting.state).text.contains("further lines"))
    }
}

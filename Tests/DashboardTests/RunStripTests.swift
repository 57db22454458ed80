@testable import Dashboard
import Intuned
import Testing
import TextScreen

@Suite struct RunStripTests {
    private static let runs = [
        Samples.run(1, .failure, ago: 1, of: 100, ok: 0, failed: 100),
        Samples.run(2, .success, ago: 2, of: 100, ok: 40, failed: 60),
        Samples.run(3, .success, ago: 3, of: 1000, ok: 999, failed: 1),
        Samples.run(4, .success, ago: 4, of: 100, ok: 100, failed: 0),
        Samples.run(5, .success, ago: 5, of: 100, ok: 0, failed: 100),
        Samples.run(6, .pending, ago: 6, of: 100, ok: 5, failed: 0),
        Samples.run(7, .canceled, ago: 7, of: 100, ok: 0, failed: 0),
    ]

    private func strip(_ charset: Charset = .unicode14, hasEighths: Bool = true) -> [Span] {
        var settings = Settings(profile: ProfileSettings(project: "p", host: "h", webOrigin: "w"))
        (settings.charset, settings.hasEighths) = (charset, hasEighths)
        return RunStrip.spans(Self.runs, settings)
    }

    @Test func worseRunIsHigherInEveryCharset() {
        let blank = String(repeating: " ", count: 13)
        #expect(strip().map(\.text).joined() == blank + "▇▁▆▁▂▄▇")
        #expect(strip(hasEighths: false).map(\.text).joined() == blank + "█_▄_▄▄█")
        #expect(strip(.ascii).map(\.text).joined() == blank + "NrPoPPF")
    }

    @Test func colorTellsWhatTheRunWas() {
        #expect(strip().dropFirst().map(\.role) == [.warning, .active, .warning, .gaugeGood, .warning, .warning, .gaugeBad])
    }

    @Test(arguments: [Charset.unicode14, .ascii]) func helpExplainsTheCells(charset: Charset) {
        var settings = Settings(profile: ProfileSettings(project: "p", host: "h", webOrigin: "w"))
        settings.charset = charset
        let cells = Set(RunStrip.legend(settings).flatMap { $0.cells.map(\.text).joined() })
        #expect(Set(strip(charset).map(\.text).joined().filter { $0 != " " }).isSubset(of: cells))
    }
}

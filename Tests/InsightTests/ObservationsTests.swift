import FoundationEssentials
import Insight
import Intuned
import Testing

struct ObservationsTests {
    @Test func memoryIsBounded() {
        var seen = Observations()
        for second in 0..<10_000 {
            seen.note(
                Facts.run("a", .pending, started: 500, ok: second, payloads: 10_000),
                at: Facts.now.addingTimeInterval(Double(second)))
        }
        #expect(seen.of("a").count <= Observations.mostOfARun)
        #expect(seen.of("a").first?.ok == 0 && seen.of("a").last?.ok == 9999)
        for number in 0..<500 {
            seen.note(Facts.run("r\(number)", .pending, started: 5), at: Facts.now.addingTimeInterval(Double(20_000 + number)))
        }
        #expect(seen.of("a").isEmpty && !seen.of("r499").isEmpty)
    }

    @Test func answersWithoutAMovementTakeNoRoom() {
        var seen = Observations()
        for second in 0..<100 {
            seen.note(Facts.run("a", .pending, started: 5), at: Facts.now.addingTimeInterval(Double(second)))
        }
        #expect(seen.of("a").map { $0.time.timeIntervalSince(Facts.now) } == [0, 99])
    }

    @Test func runThatHadEndedWhenItWasFirstSeenIsNotKept() {
        var seen = Observations()
        seen.note(Facts.run("a", started: 5), at: Facts.now)
        #expect(seen.of("a").isEmpty)
    }

    @Test func answerThatIsOlderChangesNothing() {
        var seen = Observations()
        seen.note(Facts.run("a", .pending, started: 5, ok: 10), at: Facts.now)
        seen.note(Facts.run("a", .pending, started: 5, ok: 9), at: Facts.now.addingTimeInterval(-3))
        #expect(seen.of("a").map(\.ok) == [10])
    }
}

import Testing

@testable import soak

/// The judgement of the soak test about its rounds.
struct JudgementTests {
    /// Fifteen rounds, each larger than the previous one.
    private func rounds(used: Int, memory: Int, growingBy step: Int, descriptors: Int = 24) -> [Tally] {
        (0..<15).map { round in
            let growth = step * round
            return Tally(
                polls: 1000 * round, hours: Double(round), used: used == 0 ? 0 : used + growth, memory: memory + growth,
                descriptors: round == 14 ? descriptors : 24, threads: 8, mostInFlight: 4)
        }
    }

    @Test func whatKeepsItsSizeIsWell() {
        let judgement = Judgement(rounds(used: 20_000, memory: 30_000, growingBy: 0))
        #expect(judgement.findings == [])
        #expect(judgement.sentence == "memory after the warm-up: 0 kB allocated, 0 kB in all, by the line of best fit")
    }

    @Test func whatGrowsIsFound() {
        #expect(Judgement(rounds(used: 20_000, memory: 30_000, growingBy: 73)).findings == [])
        #expect(
            Judgement(rounds(used: 20_000, memory: 30_000, growingBy: 100)).findings == ["what is allocated grows by 1400 kB"])
        #expect(
            Judgement(rounds(used: 20_000, memory: 30_000, growingBy: 1000)).findings
                == ["what is allocated grows by 14000 kB", "memory grows by 14000 kB"])
    }

    @Test func memoryOfAnotherAllocatorIsNotJudgedAndTheRestIs() {
        let judgement = Judgement(rounds(used: 0, memory: 700_000, growingBy: 70_000, descriptors: 40))
        #expect(judgement.findings == ["up to 40 descriptors"])
        #expect(judgement.sentence == "memory is not judged: the C library's allocator is not in use")
    }
}

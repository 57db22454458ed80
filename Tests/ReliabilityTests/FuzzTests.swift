import Fuzzing
import Testing

/// A fixed number of seeded inputs from the corpus: none may crash a reader, and every result keeps its promise.
///
/// The short form of `make fuzz`, which is guided by coverage.
@Suite struct FuzzTests {
    @Test(arguments: FuzzTarget.allCases) func everyInputIsTakenOrRefusedAndNoPromiseBreaks(target: FuzzTarget) async throws {
        let seeds = try Corpus.files(target.rawValue)
        var mutation = Mutation(seed: 1)
        var understood = 0
        for _ in 0..<Corpus.inputs {
            let input = mutation.input(from: seeds)
            let verdict = await target.verdict(on: input)
            #expect(verdict.broken == nil, "\(String(decoding: input, as: UTF8.self).debugDescription)")
            if verdict.isUnderstood { understood += 1 }
        }
        #expect(understood > Corpus.inputs / 50)
    }

    @Test(arguments: FuzzTarget.allCases) func theCorpusItselfBreaksNoPromise(target: FuzzTarget) async throws {
        for file in try Corpus.files(target.rawValue) { #expect(await target.verdict(on: file).broken == nil) }
    }
}

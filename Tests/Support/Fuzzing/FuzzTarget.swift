import Intuned
import TextScreen

/// A part of the program that takes bytes from others, and what it promises whatever they are.
///
/// The raw value names the folder of the corpus with its inputs.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// The client's reading of the platform's answers.
    case answers
    /// A canvas that foreign text is written on.
    case texts
    /// The reader of results files.
    case results
    /// The reader of one row, straight from memory.
    case rows

    /// What came of one input.
    package struct Verdict: Equatable, Sendable {
        /// Whether anything was made of it; were this never so, inputs would test nothing but the first byte.
        package var isUnderstood: Bool
        /// The promise that broke, in words.
        package var broken: String?

        init(isUnderstood: Bool = true, broken: String? = nil) {
            (self.isUnderstood, self.broken) = (isUnderstood, broken)
        }
    }

    /// Takes an input; what crashes on it crashes here.
    package func verdict(on input: [UInt8]) async -> Verdict {
        switch self {
        case .answers: await AnswerCheck.verdict(on: input)
        case .texts: TextCheck.verdict(on: input)
        case .results: await ResultsCheck.verdict(on: input)
        case .rows: RowCheck.verdict(on: input)
        }
    }
}

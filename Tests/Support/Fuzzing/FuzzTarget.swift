import Intuned
import TextScreen

/// A part of the program that reads foreign bytes, and its promise for all of them.
///
/// The raw value names the corpus folder with its inputs.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// The client's decoding of the platform's answers.
    case answers
    /// A canvas on which foreign text is written.
    case texts
    /// The reader of results files.
    case results
    /// The reader of one row, straight from memory.
    case rows

    /// The result of one input.
    package struct Verdict: Equatable, Sendable {
        /// Whether the input was understood; if it never were, inputs would test only the first byte.
        package var isUnderstood: Bool
        /// The broken promise, in words.
        package var broken: String?

        init(isUnderstood: Bool = true, broken: String? = nil) {
            (self.isUnderstood, self.broken) = (isUnderstood, broken)
        }
    }

    /// Tests an input; a crash in the tested code is a crash here.
    package func verdict(on input: [UInt8]) async -> Verdict {
        switch self {
        case .answers: await AnswerCheck.verdict(on: input)
        case .texts: TextCheck.verdict(on: input)
        case .results: await ResultsCheck.verdict(on: input)
        case .rows: RowCheck.verdict(on: input)
        }
    }
}

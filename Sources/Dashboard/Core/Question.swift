/// A question that waits for a yes; its subject was frozen when it was asked.
package struct Question: Hashable, Sendable {
    /// What a yes leads to.
    package enum Deed: Hashable, Sendable {
        /// Show the secrets of this run's configuration.
        case showSecrets(RunKey)
        /// Replace the file that is at this path.
        case overwrite(FetchOrder, path: String)
        /// Write rows over the file that is at the order's path.
        case overwriteExport(ReadingID, ExportOrder)
        /// Leave although a fetch or an export is under way.
        case quit
    }

    /// What a yes leads to.
    package var deed: Deed
    /// Uptime from which it takes an answer.
    package var opens: Double

    /// Seconds in which a question that nobody pressed a key for takes no answer: what is pressed by then was meant for the page.
    fileprivate static let pause = 0.7
}

extension State {
    /// Asks for a yes, once what is being asked is answered.
    mutating func ask(_ deed: Question.Deed) {
        guard question == nil else { return furtherQuestions.append(deed) }
        question = Question(deed: deed, opens: now.uptime + (deed.isAnswerToAKey ? 0 : Question.pause))
    }

    /// Goes on to the next question, if there is one.
    mutating func closeQuestion() {
        question = nil
        if !furtherQuestions.isEmpty {
            question = Question(deed: furtherQuestions.removeFirst(), opens: now.uptime + Question.pause)
        }
    }
}

extension Question.Deed {
    /// Whether a key brings the question up at once, rather than a file that is found to be there after a while.
    fileprivate var isAnswerToAKey: Bool {
        switch self {
        case .showSecrets, .quit: true
        case .overwrite, .overwriteExport: false
        }
    }
}

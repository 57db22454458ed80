/// A question that waits for a yes; its subject does not change while it waits.
package struct Question: Hashable, Sendable {
    /// What a yes does.
    package enum Deed: Hashable, Sendable {
        /// Shows the secrets of this run's configuration.
        case showSecrets(RunKey)
        /// Replaces the existing file at this path.
        case overwrite(FetchOrder, path: String)
        /// Exports over the existing file at the order's path.
        case overwriteExport(ReadingID, ExportOrder)
        /// Replaces the existing file at the order's path.
        case overwriteSaved(SaveOrder)
        /// Quits although a fetch or an export is running.
        case quit
        /// Quits although an action is being sent.
        case quitWhileActing
    }

    /// What a yes does.
    package var deed: Deed
    /// Seconds of uptime from which the question accepts an answer.
    package var opens: Double

    /// Seconds during which a question that no key caused accepts no answer: a key pressed by then was meant for the page.
    fileprivate static let pause = 0.7
}

extension State {
    /// Asks for a yes, after the current question is answered.
    mutating func ask(_ deed: Question.Deed) {
        guard question == nil, actions.dialog == nil else { return furtherQuestions.append(deed) }
        question = Question(deed: deed, opens: now.uptime + (deed.isAnswerToAKey ? 0 : Question.pause))
    }

    /// Closes the question and opens the next one, if there is one.
    mutating func closeQuestion() {
        question = nil
        if !furtherQuestions.isEmpty {
            question = Question(deed: furtherQuestions.removeFirst(), opens: now.uptime + Question.pause)
        }
    }
}

extension Question.Deed {
    /// Whether a key press causes the question at once; otherwise an existing file causes it some time later.
    fileprivate var isAnswerToAKey: Bool {
        switch self {
        case .showSecrets, .quit, .quitWhileActing: true
        case .overwrite, .overwriteExport, .overwriteSaved: false
        }
    }
}

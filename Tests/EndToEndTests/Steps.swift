import Foundation
import Testing

/// What a user does in more than one test.
extension Terminal {
    /// The path to what is shown, as the header has it.
    var place: String { screen.prefix { $0 != "●" && $0 != "▲" }.trimmingCharacters(in: .whitespaces) }

    /// On the list of jobs: opens the only one whose name has this part.
    func openJob(_ part: String) {
        press("/")
        type(part)
        expect("“\(part)” shows 1")
        press("Enter", "Enter")
        expect("STATUS")
    }

    /// On the runs of a job: opens the newest that succeeded and fetches its results.
    func fetchResultsOfASuccess() {
        expect("SUCCESS")
        press("/")
        type("success")
        expect("“success” shows")
        press("Enter", "Enter")
        expect("jsonl")
        press("f")
        expect("Saved ")
    }

    /// Answers a question when it stands there, and again until it is gone: one that has just come takes no answer yet.
    func answer(_ key: String, to question: String, sourceLocation: SourceLocation = #_sourceLocation) {
        expect(question, sourceLocation: sourceLocation)
        expect("“\(question)” is answered", sourceLocation: sourceLocation) { screen in
            guard screen.contains(question) else { return true }
            press(key)
            // On a busy machine the answer takes a while to show, and a second one would be a key of the page.
            return waitUntil(within: 1) { !self.screen.contains(question) }
        }
    }
}

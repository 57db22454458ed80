import Foundation
import Testing

/// The steps of a user that several tests share.
extension Terminal {
    /// The path of the current page, as the header shows it.
    var place: String { screen.prefix { $0 != "●" && $0 != "▲" }.trimmingCharacters(in: .whitespaces) }

    /// Opens the only job whose name contains `part`, on the list of jobs.
    func openJob(_ part: String) {
        press("/")
        type(part)
        expect("“\(part)” shows 1")
        press("Enter", "Enter")
        expect("STATUS")
    }

    /// Opens the newest successful run and fetches its results, on the runs of a job.
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

    /// Answers a question, and repeats the answer until the question is gone, because a new question takes no answer yet.
    func answer(_ key: String, to question: String, sourceLocation: SourceLocation = #_sourceLocation) {
        expect(question, sourceLocation: sourceLocation)
        expect("“\(question)” is answered", sourceLocation: sourceLocation) { screen in
            guard screen.contains(question) else { return true }
            press(key)
            // On a busy machine the answer shows late, and a second answer would be a key of the page.
            return waitUntil(within: 1) { !self.screen.contains(question) }
        }
    }
}

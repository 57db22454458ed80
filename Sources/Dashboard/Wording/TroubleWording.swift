package import Intuned

/// Errors in words: one for the header, a sentence with what to do for everything else.
extension Wording {
    /// The error in one or two words.
    package static func headline(_ error: IntunedError) -> String {
        switch error {
        case .unauthorized: "unauthorised"
        case .forbidden: "forbidden"
        case .notFound: "not found"
        case .rateLimited: "rate-limited"
        case .refused: "refused"
        case .server: "server error"
        case .redirected: "redirected"
        case .notReachable: "offline"
        case .notUnderstood: "not understood"
        case .cancelled: "cancelled"
        }
    }

    /// What is wrong and what to do, in one sentence or two.
    package static func sentence(_ error: IntunedError, host: String) -> String {
        switch error {
        case .unauthorized:
            "\(host) does not accept the API key (401): check INTUNED_API_KEY and that it belongs to this workspace."
        case .forbidden:
            "\(host) forbids this (403): the key may be of another workspace, or the plan may not allow it."
        case .notFound(let subject, _): notFound(subject)
        case .rateLimited(let wait, _):
            wait.map { "\(host) asks to wait \(duration($0)) (429)." } ?? "\(host) says that there are too many requests (429)."
        case .refused(let status, let complaint): "\(host) refused the request (\(status))\(tail(complaint))"
        case .server(let status, let complaint): "\(host) has a fault of its own (\(status))\(tail(complaint))"
        case .redirected(let status, let target):
            "\(host) redirects to \(target ?? "another address") (\(status)); the key is not sent there. Check the base URL."
        case .notReachable(let cause): sentence(cause, host: host)
        case .notUnderstood(let what): "\(host) answered, but not as the API does: \(words(what))."
        case .cancelled: "The request was called off."
        }
    }

    /// Why a fetch ended without its file, and what became of what had come.
    package static func sentence(_ failure: FetchFailure) -> String {
        switch failure {
        case .fileExists(let path): "\(path) is there already."
        case .noResults: "The platform offers no results for this run."
        case .run(let error, let partial):
            "No address for the results: \(sentence(error, host: "the platform"))" + goesOn(partial)
        case .refused(let status, let code, let partial): refusal(status, code) + goesOn(partial)
        case .redirected(let status, let problem, let partial): sentence(problem, status: status) + goesOn(partial)
        case .transport(.invalidURL, let partial):
            "The platform's address for the results is not one that can be asked." + goesOn(partial)
        case .transport(let error, let partial): sentence(error, host: "the store") + goesOn(partial)
        case .wrongLength(let received, let promised, let partial):
            "\(number(received)) bytes came where \(number(promised)) were promised. What came is in \(partial)."
        case .file(let failure): sentence(failure)
        case .cancelled: "The fetch was stopped; nothing is left of it."
        }
    }

    private static func goesOn(_ partial: String?) -> String {
        partial.map { " What came is in \($0); f goes on from there." } ?? ""
    }

    /// That a fetch is done.
    static func fetched(_ file: FetchedFile) -> String {
        "Results are in \(file.path) (\(size(Double(file.bytes))))\(anew(file.restarts))." + packed(file.coding)
    }

    /// The address on the web.
    static func webAddress(_ address: String, isDemo: Bool) -> String {
        isDemo ? "\(address)  (a simulated run: the page does not exist)" : address
    }

    private static func notFound(_ subject: Subject) -> String {
        switch subject {
        case .project(let name): "There is no project named \(name) in this workspace (404): check --project or INTUNED_PROJECT."
        case .job(let id): "There is no job \(id) in this project (404): it may have been deleted."
        case .jobRun(_, let run): "There is no run \(run) (404): runs vanish after 7 or 30 days, by the plan."
        case .run(let id): "There is no run \(id) (404)."
        }
    }

    private static func tail(_ complaint: Complaint?) -> String {
        guard let complaint else { return "." }
        let message = complaint.message.map { ": \($0)" } ?? ""
        let id = complaint.correlationID.map { " Correlation id for support: \($0)." } ?? ""
        return "\(message)\(message.hasSuffix(".") ? "" : ".")\(id)"
    }

    private static func words(_ what: Misunderstanding) -> String {
        switch what {
        case .html(let status, let title): "a web page came (\(status)\(title.map { ", \u{201C}\($0)\u{201D}" } ?? ""))"
        case .truncated(let bytes): "the answer breaks off after \(count(bytes, "byte"))"
        case .notJSON(let start): "no JSON came but \u{201C}\(start)\u{201D}"
        case .unexpectedShape(let problem): "\(problem.path.isEmpty ? "the answer" : problem.path): \(words(problem.fault))"
        case .notHTTP: "what came is no HTTP"
        case .empty: "the answer is empty"
        case .unexpectedStatus(304): "304 (not modified) stands for a cached copy, and jobtop keeps none"
        case .unexpectedStatus(let status): "the status \(status) means nothing here"
        case .tooLarge(let limit): "the answer is larger than \(size(Double(limit)))"
        }
    }
}

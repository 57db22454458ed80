package import Intuned

/// Errors in words: a headline for the header, a sentence with advice for everything else.
extension Wording {
    /// The error in one or two words.
    package static func headline(_ error: IntunedError) -> String {
        switch error {
        case .unauthorized: "unauthorized"
        case .forbidden: "forbidden"
        case .notFound: "not found"
        case .rateLimited: "rate-limited"
        case .refused: "refused"
        case .server: "server error"
        case .redirected: "redirected"
        case .notReachable: "offline"
        case .notUnderstood: "not understood"
        case .cancelled: "canceled"
        }
    }

    /// What is wrong and what to do, in one or two sentences.
    package static func sentence(_ error: IntunedError, host: String) -> String {
        switch error {
        case .unauthorized:
            "\(host) rejected the API key (401). Check INTUNED_API_KEY and that the key belongs to this workspace."
        case .forbidden:
            "\(host) denied access (403). The key may belong to another workspace, or the plan may not allow it."
        case .notFound(let subject, _): notFound(subject)
        case .rateLimited(let wait, _):
            wait.map { "\(host) returned 429 (too many requests) and asks for a wait of \(duration($0))." }
                ?? "\(host) returned 429 (too many requests)."
        case .refused(let status, let complaint): "\(host) refused the request (\(status))\(tail(complaint))"
        case .server(let status, let complaint): "\(host) returned \(status)\(name(ofStatus: status))\(tail(complaint))"
        case .redirected(let status, let target):
            "\(host) redirects to \(target ?? "another address") (\(status)). The key is not sent there. Check --base-url."
        case .notReachable(let cause): sentence(cause, host: host)
        case .notUnderstood(let what): sentence(what, host: host)
        case .cancelled: "Request canceled."
        }
    }

    /// Why a fetch ended without its file, and what happened to the received bytes.
    package static func sentence(_ failure: FetchFailure) -> String {
        switch failure {
        case .fileExists(let path): "\(path) already exists."
        case .noResults: "No results for this run."
        case .run(let error, let partial):
            "No link to the results: \(sentence(error, host: "the platform"))" + goesOn(partial)
        case .refused(let status, let code, let partial): refusal(status, code) + goesOn(partial)
        case .redirected(let status, let problem, let partial): sentence(problem, status: status) + goesOn(partial)
        case .transport(.invalidURL, let partial):
            "The platform's link to the results is not valid." + goesOn(partial)
        case .transport(let error, let partial): sentence(error, host: "the store") + goesOn(partial)
        case .wrongLength(let received, let promised, let partial):
            "Received \(number(received)) bytes, expected \(number(promised)). The partial file is \(partial)."
        case .file(let failure): sentence(failure)
        case .cancelled: "Fetch canceled."
        }
    }

    private static func goesOn(_ partial: String?) -> String {
        partial.map { " Press f to continue from \($0)." } ?? ""
    }

    /// A fetch is complete.
    package static func fetched(_ file: FetchedFile) -> String {
        "Saved \(file.path) (\(size(Double(file.bytes))))\(restarted(file.restarts))." + packed(file.coding)
    }

    /// The address on the web.
    static func webAddress(_ address: String, isDemo: Bool) -> String {
        isDemo ? "\(address)  (a simulated run: the page does not exist)" : address
    }

    private static func notFound(_ subject: Subject) -> String {
        switch subject {
        case .project(let name): "No project \(name) in this workspace (404). Check --project or INTUNED_PROJECT."
        case .job(let id): "No job \(id) in this project (404). It may have been deleted."
        case .jobRun(_, let run): "No run \(run) (404). The platform deletes runs after 7 or 30 days, depending on the plan."
        case .run(let id): "No run \(id) (404)."
        }
    }

    private static func tail(_ complaint: Complaint?) -> String {
        guard let complaint else { return "." }
        let message = complaint.message.map { ": \($0)" } ?? ""
        let id = complaint.correlationID.map { " Correlation id for support: \($0)." } ?? ""
        return "\(message)\(message.hasSuffix(".") ? "" : ".")\(id)"
    }

    /// What the server returned instead of an answer of the API.
    private static func sentence(_ what: Misunderstanding, host: String) -> String {
        switch what {
        case .html(let status, let title):
            "\(host) returned a web page instead of JSON (\(status)\(title.map { ", \u{201C}\($0)\u{201D}" } ?? "")). Is a proxy or login page in between?"
        case .truncated(let bytes): "The answer of \(host) breaks off after \(count(bytes, "byte"))."
        case .notJSON(let start): "\(host) returned text instead of JSON: \u{201C}\(start)\u{201D}."
        case .unexpectedShape(let problem):
            "\(host) returned JSON of another shape. \(problem.path.isEmpty ? "The answer" : problem.path): \(words(problem.fault))."
        case .notHTTP: "\(host) did not answer with HTTP."
        case .empty: "\(host) returned an empty answer."
        case .unexpectedStatus(304): "\(host) returned 304 (not modified), but jobtop keeps no cached copy."
        case .unexpectedStatus(let status): "\(host) returned the unexpected status \(status)."
        case .tooLarge(let limit): "\(host) returned more than \(size(Double(limit)))."
        }
    }

    /// The name of a server error status, for the well-known ones (RFC 9110, section 15.6).
    private static func name(ofStatus status: Int) -> String {
        switch status {
        case 500: " (internal server error)"
        case 502: " (bad gateway)"
        case 503: " (service unavailable)"
        case 504: " (gateway timeout)"
        default: ""
        }
    }
}

import Dashboard
import Glibc
import Intuned

/// Why a command ended before it had done what was asked.
enum CommandFailure: Error, Equatable {
    /// The command line is wrong; the sentence says what to write.
    case usage(String)
    /// The settings are incomplete or wrong.
    case start(StartError)
    /// The platform gave no usable answer, also after retries for so many seconds; 0 if there was no retry.
    case platform(IntunedError, host: String, tried: Double)
    /// Nothing has this name; the sentence says what was looked for and where.
    case notFound(String)
    /// The platform refused an action; the sentence says why.
    case refused(String)
    /// Nothing of an action was sent; the sentence says why.
    case notSent(String)
    /// The answer to an action was lost; the sentence says what was seen then.
    case lost(String)
    /// A fetch ended without its file; the host is the platform's.
    case fetch(FetchFailure, host: String)
    /// A local file cannot be used; the sentence names it.
    case file(String)
    /// Standard output cannot be written, with this errno.
    case output(Int32)
    /// Nobody reads standard output any more, such as after `| head -1`.
    case pipeClosed
    /// What was waited for did not happen in time; the sentence says what.
    case timedOut(String)
    /// A signal ended the command.
    case interrupted
}

extension CommandFailure {
    /// The exit status.
    var status: ExitStatus {
        switch self {
        case .usage, .start, .file, .output: .usage
        case .platform(let error, _, _): Self.status(of: error)
        case .notFound: .notFound
        case .refused: .bad
        case .notSent, .lost: .lost
        case .fetch(let failure, _): Self.status(of: failure)
        case .timedOut: .timedOut
        case .interrupted, .pipeClosed: .interrupted
        }
    }

    private static func status(of error: IntunedError) -> ExitStatus {
        switch error {
        case .unauthorized, .forbidden: .denied
        case .notFound: .notFound
        case .cancelled: .interrupted
        case .rateLimited, .refused, .server, .redirected, .notReachable, .notUnderstood: .lost
        }
    }

    private static func status(of failure: FetchFailure) -> ExitStatus {
        switch failure {
        case .fileExists, .file: .usage
        case .noResults: .notFound
        case .run(let error, _): status(of: error)
        case .refused, .redirected, .transport, .wrongLength: .lost
        case .cancelled: .interrupted
        }
    }

    /// The kind in a word that never changes, for programs.
    var kind: String {
        switch self {
        case .usage: "usage"
        case .start: "settings"
        case .platform(let error, _, _): Self.kind(of: error)
        case .notFound: "not-found"
        case .refused: "refused"
        case .notSent: "not-sent"
        case .lost: "answer-lost"
        case .fetch(let failure, _): if case .run(let error, _) = failure { Self.kind(of: error) } else { "fetch" }
        case .file: "file"
        case .output, .pipeClosed: "output"
        case .timedOut: "timed-out"
        case .interrupted: "interrupted"
        }
    }

    private static func kind(of error: IntunedError) -> String {
        switch error {
        case .unauthorized: "unauthorized"
        case .forbidden: "forbidden"
        case .notFound: "not-found"
        case .rateLimited: "rate-limited"
        case .refused: "refused"
        case .server: "server"
        case .redirected: "redirected"
        case .notReachable: "not-reachable"
        case .notUnderstood: "not-understood"
        case .cancelled: "interrupted"
        }
    }

    /// What is wrong and what to do.
    var sentence: String {
        switch self {
        case .usage(let text), .notFound(let text), .refused(let text), .notSent(let text), .lost(let text), .file(let text),
            .timedOut(let text):
            text
        case .start(let error): error.sentence
        case .platform(let error, let host, let tried):
            Wording.sentence(error, host: host) + (tried > 0 ? " Retried for \(Wording.duration(tried))." : "")
        case .fetch(let failure, let host): Self.sentence(failure, host: host)
        case .output(let code): "standard output cannot be written: \(Wording.systemText(code))."
        case .pipeClosed: "nobody reads standard output."
        case .interrupted: "interrupted."
        }
    }

    private static func sentence(_ failure: FetchFailure, host: String) -> String {
        switch failure {
        case .fileExists(let path): "\(path) already exists. Use --replace, or -o with another name."
        case .run(let error, _): Wording.sentence(error, host: host)
        case .noResults, .refused, .redirected, .transport, .wrongLength, .file, .cancelled:
            Wording.sentence(failure.withoutPartial)
        }
    }
}

extension FetchFailure {
    /// The same without the partial file, which a command does not keep.
    fileprivate var withoutPartial: FetchFailure {
        switch self {
        case .run(let error, _): .run(error)
        case .refused(let status, let code, _): .refused(status: status, code: code)
        case .redirected(let status, let problem, _): .redirected(status: status, problem)
        case .transport(let error, _): .transport(error, partial: nil)
        case .fileExists, .noResults, .wrongLength, .file, .cancelled: self
        }
    }
}

import Intuned

/// What the store returned instead of a file, in words.
extension Wording {
    /// Why a redirect of the store was not followed.
    static func sentence(_ problem: RedirectProblem, status: Int) -> String {
        switch problem {
        case .noAddress: "The store returned \(status), a redirect, without a valid address."
        case .unencrypted(let host):
            "The store redirects to \(host) without https (\(status)). jobtop does not follow from https to http."
        case .tooMany(let limit): "The store redirected more than \(limit) times in a row (\(status))."
        }
    }

    /// What the store's refusal means and what to do; its code says more than its status.
    static func refusal(_ status: Int, _ code: Open<StoreErrorCode>?) -> String {
        let answer = "The store returned \(status)\(code.map { " (\($0.raw))" } ?? "")"
        return switch code?.meaning {
        case .clock: "\(answer): the clocks differ too much. Set this machine's clock, then press f."
        case .expired: "\(answer): the renewed link has expired too. Check this machine's clock, then press f for another link."
        case .denied: "\(answer), also for a renewed link: the link may not read the results. Contact Intuned support."
        case .signature: "\(answer), also for a renewed link: its signature is not valid. Does a proxy change the address?"
        case .gone: "\(answer): the results are gone. Results are deleted with their run."
        case .archived: "\(answer): the results are in an archive. Restore them in the store, then press f."
        case .busy: "\(answer), also after several tries. Press f to try again later."
        case nil: code == nil ? refusal(by: status) : "\(answer)\(status == 403 ? ", also for a renewed link" : "")."
        }
    }

    /// The meaning of a refusal's status, if the store gave no code.
    private static func refusal(by status: Int) -> String {
        switch status {
        case 304: "The store returned 304 (not modified), but jobtop keeps no cached copy."
        case 403: "The store returned 403 twice, also for a renewed link. Press f to try again later."
        case 404: "The store has no such file (404). Results are deleted with their run."
        case 429, 500...: "The store returned \(status), also after several tries. Press f to try again later."
        default: "The store returned \(status)."
        }
    }
}

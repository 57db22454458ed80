/// What the store of the results answered instead of a file, in words.
extension Wording {
    /// Why a redirect of the store was not followed.
    static func sentence(_ problem: RedirectProblem, status: Int) -> String {
        switch problem {
        case .noAddress: "The store returned \(status), a redirect, without an address that can be asked."
        case .unencrypted(let host):
            "The store redirects to \(host) without https (\(status)): jobtop does not follow from https to http."
        case .tooMany(let limit): "The store redirected more than \(limit) times in a row (\(status))."
        }
    }

    /// What the status of a refusal says, where the store gave no code.
    static func refusal(by status: Int) -> String {
        switch status {
        case 304: "The store returned 304 (not modified): that stands for a cached copy, and jobtop keeps none."
        case 403: "The store refused to hand the results out (403), also under a new address."
        case 404: "The store has no such file (404): results vanish with their run."
        case 429, 500...: "The store has a fault of its own (\(status)), also after a while."
        default: "The store refused to hand the results out (\(status))."
        }
    }
}

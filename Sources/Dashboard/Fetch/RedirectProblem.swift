/// Why a redirect of the store is not followed.
package enum RedirectProblem: Error, Hashable, Sendable {
    /// The redirect names no http or https address, or one with a user in it.
    case noAddress
    /// The redirect leads from https to plain http at this host.
    case unencrypted(host: String)
    /// The store redirected more often than this in a row.
    case tooMany(limit: Int)
}

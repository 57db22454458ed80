/// Why a redirect from the store is not followed.
package enum RedirectProblem: Error, Hashable, Sendable {
    /// The redirect names no http or https address, or one that contains a user.
    case noAddress
    /// The redirect leads from https to plain http at this host.
    case unencrypted(host: String)
    /// The store redirected more often than this limit in a row.
    case tooMany(limit: Int)
}

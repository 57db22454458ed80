/// How far the page of a failed run has come with reading the results.
package enum Peek: Hashable, Sendable {
    /// Not begun.
    case untried
    /// Begun, with the first link or with a renewed one.
    case begun(isRenewed: Bool)
    /// The store refused the link; the platform is asked for another.
    case renewing
    /// The platform has answered with another link.
    case renewed
    /// Ended without causes; it is not tried again unless the user asks.
    case failed(PeekFailure)
}

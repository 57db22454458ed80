/// Why the server could not be started.
package enum ScrapeServerError: Error, Hashable, Sendable {
    /// The port is in use, or not allowed.
    case portNotAvailable(Int)
    /// This machine does not have the address.
    case addressNotAvailable(String)
    /// Another reason of the system.
    case notStarted(String)
}

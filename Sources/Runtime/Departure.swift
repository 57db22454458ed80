/// Why the event loop ended; nothing else ends it.
package enum Departure: Equatable, Sendable {
    /// The user left.
    case quit
    /// A signal asked to leave.
    case signal(Int32)
    /// The terminal is gone.
    case terminalLost
}

/// Why the event loop ended; there are no other reasons.
package enum Departure: Equatable, Sendable {
    /// The user quit.
    case quit
    /// A signal asked the program to quit.
    case signal(Int32)
    /// The terminal was lost.
    case terminalLost
}

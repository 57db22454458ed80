/// Why a simulator did not start.
package enum SimulatorError: Error, Equatable {
    /// The port is in use, or this user may not open it.
    case portNotAvailable(Int)
    /// The speed is not between 0.01 and 10,000.
    case speedOutOfRange(Double)
    /// Starting failed for another reason, in the system's words.
    case notStarted(String)
}

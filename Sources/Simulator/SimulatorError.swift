/// Why a simulator did not start.
package enum SimulatorError: Error, Equatable {
    /// The port is in use, or may not be opened by this user.
    case portNotAvailable(Int)
    /// The speed is not between 0.01 and 10,000.
    case speedOutOfRange(Double)
    /// The system refused for another reason, in its words.
    case notStarted(String)
}

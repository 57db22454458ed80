import Simulator

/// The simulated platform as it is at noon; its clock stands still.
enum Noon {
    /// Seconds since 1970.
    static let seconds = 1_795_867_200.0

    /// Starts it.
    static func platform(_ world: World) async throws -> Simulator {
        let noon = Moment(milliseconds: Int64(seconds * 1000))
        return try await Simulator.start(SimulatorOptions(world: world)) { noon }
    }
}

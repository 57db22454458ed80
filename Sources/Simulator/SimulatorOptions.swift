/// How a simulator is set up.
package struct SimulatorOptions: Sendable {
    /// What it is filled with.
    package var world: World
    /// Seconds of the platform in one second of the clock, 0.01 to 10,000.
    ///
    /// Runs, pauses and intervals get shorter by it; timestamps stay those of the clock.
    package var speed: Double
    /// The port of the API on 127.0.0.1; 0 is any free one.
    ///
    /// The store always takes a free one.
    package var port: Int
    /// What chance is drawn from: the same seed gives the same runs.
    package var seed: UInt64
    /// The key that opens the API.
    package var apiKey: String
    /// The workspace's id, a UUID.
    package var workspaceID: String
    /// The project's name.
    package var project: String
    /// The faults that are switched on from the start.
    package var faults: [Fault]

    /// A simulator of that world; everything else has a value to begin with.
    package init(
        world: World = .demo, speed: Double = 1, port: Int = 0, seed: UInt64 = 7,
        apiKey: String = "in1_7c1e5b9ad04f4c36b8e2f07a9d5c41aa", workspaceID: String = "6b1f6f9e-2f0c-4d57-9a51-c0de5afe0001",
        project: String = "storefront-scrapers", faults: [Fault] = []
    ) {
        (self.world, self.speed, self.port, self.seed) = (world, speed, port, seed)
        (self.apiKey, self.workspaceID, self.project, self.faults) = (apiKey, workspaceID, project, faults)
    }
}

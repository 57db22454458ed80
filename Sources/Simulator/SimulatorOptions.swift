/// The options of a simulator.
package struct SimulatorOptions: Sendable {
    /// The world that it simulates.
    package var world: World
    /// The number of jobs; nil for the world's own.
    ///
    /// More than the world has are its jobs again, under numbered names.
    package var jobs: Int?
    /// Seconds of the platform in one second of the clock, 0.01 to 10,000.
    ///
    /// Runs, pauses and intervals become shorter; timestamps stay those of the clock.
    package var speed: Double
    /// The port of the API on 127.0.0.1; 0 for any free port.
    ///
    /// The store always uses any free port.
    package var port: Int
    /// The seed of all random values: the same seed gives the same runs.
    package var seed: UInt64
    /// The key of the API.
    package var apiKey: String
    /// The workspace's id, a UUID.
    package var workspaceID: String
    /// The project's name.
    package var project: String
    /// The faults that are active from the start.
    package var faults: [Fault]

    /// Creates options for a world; everything else has a default.
    package init(
        world: World = .demo, jobs: Int? = nil, speed: Double = 1, port: Int = 0, seed: UInt64 = 7,
        apiKey: String = "in1_7c1e5b9ad04f4c36b8e2f07a9d5c41aa", workspaceID: String = "6b1f6f9e-2f0c-4d57-9a51-c0de5afe0001",
        project: String = "storefront-scrapers", faults: [Fault] = []
    ) {
        (self.world, self.jobs, self.speed, self.port, self.seed) = (world, jobs, speed, port, seed)
        (self.apiKey, self.workspaceID, self.project, self.faults) = (apiKey, workspaceID, project, faults)
    }
}

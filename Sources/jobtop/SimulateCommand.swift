import ArgumentParser
import Glibc
import Simulator

/// Serves the simulated platform for other clients.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop simulate",
        abstract: "Serve a simulated Intuned platform on 127.0.0.1 and print the variables to set, one NAME=value per line.",
        discussion: """
            Write a fault as CALL=FAULT[*TIMES], for example runs=500, run=429:10*3, all=hang or store=cut:4096*1. To change \
            faults while it runs: curl -X PUT --data 'runs=500' ORIGIN/simulator/faults.
            """)

    @Option(help: "The port to listen on (default: any free port).")
    var port: Int = 0

    @Option(help: "The simulated world: \(World.allCases.map(\.rawValue).joined(separator: ", ")).")
    var world: World = .demo

    @Option(help: "How many times faster than real time it runs.")
    var speed: Double = 1

    @Option(name: .customLong("fault"), help: "A fault to start with. May be given more than once.")
    var faults: [String] = []

    mutating func run() throws {
        let parsed = try faults.map { text in
            do throws(FaultSyntaxError) { return try Fault(text) } catch { throw ValidationError("\(error)") }
        }
        let simulator = try DashboardSession.startSimulator(world: world, speed: speed, port: port, faults: parsed)
        for (name, value) in simulator.environment { print("\(name)=\(value)") }
        fflush(nil)
        while true { pause() }
    }
}

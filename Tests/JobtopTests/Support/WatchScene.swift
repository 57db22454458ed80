import Dashboard
import FoundationEssentials
import Glibc
import Intuned

@testable import jobtop

/// A watch on the simulated platform; its lines go through a pipe.
struct WatchScene {
    let platform: SimulatedPlatform
    var job = "nightly-prices"
    var run = RunReference.latest
    var end = WatchEnd()
    var wait: Double?
    var timeout: Double?
    var every = 30.0
    var patience = 600.0
    var stateFile: String?
    var format = OutputFormat.tabs
    var key: String?

    /// How a watch ended, and what it told.
    struct Ended {
        var status: jobtop.ExitStatus?
        var failure: CommandFailure?
        var lines: [String]
    }

    /// Watches until the end.
    func watched() async throws -> Ended {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw CommandFailure.output(errno) }
        let order = WatchOrder(
            job: job, run: run, end: end, wait: wait, timeout: timeout, interval: 3, every: every, patience: patience)
        let memory = if let stateFile { try WatchMemory.read(stateFile, job: job) } else { WatchMemory(job: job) }
        var loop = WatchLoop(
            order, client: platform.client(key: key), host: "127.0.0.1",
            teller: WatchTeller(output: OutputSettings(format: format), stateFile: stateFile, descriptor: ends[1]),
            memory: memory, clock: platform.clock)
        loop.jitter = { 0.5 }
        var ended = Ended(lines: [])
        do throws(CommandFailure) { ended.status = try await loop.run() } catch { ended.failure = error }
        close(ends[1])
        ended.lines = Self.read(ends[0])
        return ended
    }

    private static func read(_ descriptor: Int32) -> [String] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = Glibc.read(descriptor, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
        close(descriptor)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

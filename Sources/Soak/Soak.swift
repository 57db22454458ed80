import Dashboard
import FoundationEssentials
import Rehearsal
import Simulator
import TextScreen

/// Weeks in minutes: a user who presses whatever keys, a platform that has every fault there is, and a count of what that costs.
///
/// The platform is started anew between two rounds, which ends its own growth, so that what grows over the rounds is the dashboard.
final class Soak {
    /// Kilobytes that the whole run may add behind the warm-up; an allocator is never quite still.
    private static let allowance = 4096.0
    private static let rounds = 20
    private static let keys: [Key] =
        "jjjkkgGcr?pt+-y/lh ".map(Key.character) + [
            .enter, .enter, .enter, .escape, .escape, .escape, .tab, .pageDown, .pageUp, .backspace,
        ]
    private static let faults = [
        "all=401", "jobs=429:5", "all=500", "runs=502", "all=reset", "run=cut:100", "runs=truncated", "all=invalid", "jobs=root",
        "all=empty", "all=redirect", "all=gzip", "all=skew:3600", "run=404", "runs=length:9", "all=503*5", "all=429*9",
    ]

    private let polls: Int
    private let rehearsal: Rehearsal
    private var dice: Dice
    private var findings: [String] = []

    init(polls: Int, seed: UInt64) async throws {
        self.polls = polls
        dice = Dice(seed)
        // The evening of 30 October 2026 in New York: the month ends a day later, summer time in the night after that.
        let start = Date(timeIntervalSince1970: 1_793_401_200)
        let offsets = UTCOffsets([
            UTCOffsets.Entry(from: .distantPast, seconds: -4 * 3600),
            UTCOffsets.Entry(from: Date(timeIntervalSince1970: 1_793_512_800), seconds: -5 * 3600),
        ])
        rehearsal = try await Rehearsal(timeout: 2, start: start, offsets: offsets, seed: seed)
    }

    /// Runs to the end; what was found to be wrong, in sentences.
    func run() async throws -> [String] {
        print("  polls      hours  RssAnon kB  descriptors  threads  requests/min  in flight")
        var counts: [Census] = []
        for round in 1...Self.rounds {
            try await play(to: polls * round / Self.rounds)
            try await calm()
            counts.append(Census.now())
            report(counts[counts.count - 1])
        }
        judge(Array(counts.dropFirst(Self.rounds / 4)))
        await rehearsal.end()
        return findings
    }

    private func play(to goal: Int) async throws {
        while rehearsal.polls < goal {
            await rehearsal.step()
            if rehearsal.canvas.size != rehearsal.state.size { findings.append("a picture of another size than the screen's") }
            let chance = Int.random(in: 0..<1000, using: &dice)
            if chance < 60, let key = Self.keys.randomElement(using: &dice) { rehearsal.press(key) }
            if chance == 60 {
                rehearsal.resize(Size(columns: .random(in: 1...300, using: &dice), rows: .random(in: 1...100, using: &dice)))
            }
            if chance == 61 {
                rehearsal.simulator.setFaults(try Self.faults.randomElement(using: &dice).map { [try Fault($0)] } ?? [])
            }
            if chance > 995 { rehearsal.simulator.setFaults([]) }
            let used = rehearsal.state.polling.budget.used(at: rehearsal.clock.now.uptime)
            if used > RequestBudget.perMinute { findings.append("\(used) requests in a minute") }
        }
    }

    /// Comes back to the first page, to a platform that has just begun, and waits until all is well there.
    private func calm() async throws {
        rehearsal.simulator.setFaults([])
        rehearsal.resize(Size(columns: 160, rows: 40))
        // A question and a filter take a key each, and a stack may be deep.
        while rehearsal.state.stack.count > 1 || rehearsal.state.question != nil { rehearsal.press(.escape) }
        rehearsal.press(.escape, .escape)
        if rehearsal.state.polling.isPaused { rehearsal.press(.character("p")) }
        while rehearsal.state.polling.interval > 3 { rehearsal.press(.character("-")) }
        try await rehearsal.restartPlatform(after: 1)
        let isWell = await rehearsal.goes(on: 400) { $0.isLive }
        if !isWell { findings.append("not live again: \(rehearsal.header)") }
    }

    private func report(_ census: Census) {
        let hours = (rehearsal.clock.now.uptime - 1000) / 3600
        let numbers = [
            "\(rehearsal.polls)", "\(Int(hours))", "\(census.memory)", "\(census.descriptors)", "\(census.threads)",
            "\((Double(rehearsal.polls) / (hours * 60) * 10).rounded() / 10)", "\(rehearsal.mostInFlight)",
        ]
        let widths = [7, 11, 12, 13, 9, 14, 11]
        print(zip(numbers, widths).map { String(repeating: " ", count: max(0, $1 - $0.count)) + $0 }.joined())
    }

    private func judge(_ counts: [Census]) {
        guard let first = counts.first else { return }
        let growth = Self.slope(counts.map { Double($0.memory) }) * Double(counts.count - 1)
        print("memory after the warm-up: \(Int(growth)) kB by the line of best fit, over \(counts.count) rounds")
        if growth > Self.allowance { findings.append("memory grows by \(Int(growth)) kB") }
        let descriptors = counts.map(\.descriptors)
        // A connection is kept or not, by chance.
        if let most = descriptors.max(), most > first.descriptors + 8 { findings.append("up to \(most) descriptors") }
        if let most = counts.map(\.threads).max(), most > first.threads + 4 { findings.append("up to \(most) threads") }
        if rehearsal.mostInFlight > RequestBudget.atOnce { findings.append("\(rehearsal.mostInFlight) requests at once") }
    }

    /// The slope of the line that fits best, a round being one.
    private static func slope(_ values: [Double]) -> Double {
        let middle = Double(values.count - 1) / 2
        let mean = values.reduce(0, +) / Double(max(1, values.count))
        var (product, square) = (0.0, 0.0)
        for (index, value) in values.enumerated() {
            product += (Double(index) - middle) * (value - mean)
            square += (Double(index) - middle) * (Double(index) - middle)
        }
        return square == 0 ? 0 : product / square
    }
}

import Dashboard
import FoundationEssentials
import Fuzzing
import Glibc
import Rehearsal
import Simulator
import TextScreen

/// Weeks in minutes: a user who presses random keys, a platform with every kind of fault, and the measured cost.
///
/// Each round plays in another world and then plays one scene. Then the platform is restarted, which ends its own growth, so that
/// growth over the rounds is the dashboard's.
final class Soak {
    private static let worlds: [World] = [.demo, .failing, .strange, .files, .huge]
    private static let keys: [Key] =
        "jjjkkgGcr?pt+-y/lh fxabenwWvNRKZy12".map(Key.character) + [
            .enter, .enter, .enter, .enter, .escape, .escape, .escape, .tab, .pageDown, .pageUp, .backspace,
        ]
    private static let faults = [
        "all=401", "jobs=429:5", "all=500", "runs=502", "all=reset", "run=cut:100", "runs=truncated", "all=invalid", "jobs=root",
        "all=empty", "all=redirect", "all=gzip", "all=skew:3600", "run=404", "runs=length:9", "all=503*5", "all=429*9",
        "trigger=reset", "trigger=lost", "terminate=500", "pause=hang*3", "store=expired*1", "store=cut:4000*1", "store=norange",
        "store=changed",
    ]
    let rehearsal: Rehearsal
    /// Whether the soak must end within seconds, also without optimization: few rounds, short scenes, and no job between them.
    let isShort: Bool
    private let polls: Int
    private let folder: String
    private var dice: Dice
    var findings: [String] = []

    init(polls: Int, seed: UInt64) async throws {
        self.polls = polls
        isShort = polls < 2000
        dice = Dice(seed)
        var template = Array("/tmp/soak-XXXXXX".utf8CString)
        folder = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
        let start = Self.turns[0].at.addingTimeInterval(-60 * 86_400)
        rehearsal = try await Rehearsal(timeout: 10, start: start, offsets: Self.newYork, seed: seed, folder: folder)
    }

    /// Runs to the end and returns the findings, in sentences.
    func run() async throws -> [String] {
        let rounds = isShort ? 6 : 20
        print(Tally.heading)
        var tallies: [Tally] = []
        for round in 1...rounds {
            let world = Self.worlds[round % Self.worlds.count]
            try await rehearsal.restartPlatform(as: world)
            try await play(polls / rounds, in: world)
            try await calm()
            try await playScene(round)
            try await calm()
            try tidy()
            tallies.append(Tally(rehearsal))
            print(tallies[tallies.count - 1].line)
            // A reader of a pipe needs each line at once.
            fflush(nil)
        }
        let judgement = Judgement(Array(tallies.dropFirst(rounds / 4)))
        print(judgement.sentence)
        await rehearsal.end()
        try FileManager.default.removeItem(atPath: folder)
        return findings + judgement.findings
    }

    private func play(_ count: Int, in world: World) async throws {
        let goal = rehearsal.polls + count
        while rehearsal.polls < goal {
            await rehearsal.step()
            if rehearsal.canvas.size != rehearsal.state.size { findings.append("a picture of another size than the screen's") }
            let chance = Int.random(in: 0..<1000, using: &dice)
            if chance < 60, let key = Self.keys.randomElement(using: &dice) { press(key, in: world) }
            if chance == 60 {
                rehearsal.resize(Size(columns: .random(in: 1...300, using: &dice), rows: .random(in: 1...100, using: &dice)))
            }
            if chance == 61 {
                rehearsal.simulator.setFaults(try Self.faults.randomElement(using: &dice).map { [try Fault($0)] } ?? [])
            }
            if chance == 62 { rehearsal.clock.sleep(for: .random(in: 1...7200, using: &dice)) }
            if chance > 995 { rehearsal.simulator.setFaults([]) }
            let used = rehearsal.state.polling.budget.used(at: rehearsal.clock.now.uptime)
            if used > RequestBudget.perMinute { findings.append("\(used) requests in a minute") }
        }
    }

    /// Presses a key, but never fetches in the world of files, which has a file of 1 GiB.
    private func press(_ key: Key, in world: World) {
        if world != .files || key != .character("f") { rehearsal.press(key) }
    }

    /// Returns to the first page, with a restarted platform, and waits until the page is live.
    func calm() async throws {
        rehearsal.simulator.setFaults([])
        rehearsal.clock.setWall(aheadBy: 0)
        rehearsal.resize(Size(columns: 160, rows: 40))
        // A question and a filter need one key each, and a stack may be deep.
        while rehearsal.state.stack.count > 1 || rehearsal.state.question != nil || rehearsal.state.actions.dialog != nil {
            rehearsal.press(.escape)
        }
        rehearsal.press(.escape, .escape)
        if rehearsal.state.polling.isPaused { rehearsal.press(.character("p")) }
        while rehearsal.state.polling.interval > 3 { rehearsal.press(.character("-")) }
        while rehearsal.state.polling.interval < 3 { rehearsal.press(.character("+")) }
        try await rehearsal.restartPlatform(as: isShort ? .empty : .demo, after: 1)
        let begun = rehearsal.clock.now.uptime
        let isWell = await rehearsal.goes(on: 400) { rehearsal in
            let answered = rehearsal.state.polling.track(.jobs).answered?.uptime ?? 0
            // A watched action asks more often than the page.
            let isWatching = rehearsal.state.actions.deeds.contains(where: \.isOpen)
            return rehearsal.isLive && answered > begun && !rehearsal.isFetching && !isWatching
        }
        if !isWell { findings.append("not live again: \(rehearsal.header)") }
    }

    /// The outcomes of the latest requests, with the number of each, as far as the log goes back.
    func outcomes(of count: Int) -> [Substring: Int] {
        let log = (try? String(contentsOfFile: "\(folder)/\(Rehearsal.logName)", encoding: .utf8)) ?? ""
        return log.split(separator: "\n").suffix(count).reduce(into: [:]) { outcomes, line in
            outcomes[line.split(separator: " ").dropFirst(3).first ?? "", default: 0] += 1
        }
    }

    /// Checks the log files in the folder, and removes the results.
    private func tidy() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let path = "\(folder)/\(name)"
            if name.hasPrefix(Rehearsal.logName) {
                let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
                // A line may exceed the limit when the file has no other line.
                if size > Rehearsal.logLimit { findings.append("\(name) has \(size) bytes") }
            } else {
                try FileManager.default.removeItem(atPath: path)
            }
        }
    }
}

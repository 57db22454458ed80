import Simulator

/// What more jobs and more runs cost.
struct Scale {
    /// Down and up, as a terminal in application mode sends them.
    static let keys = ["\u{1B}OB", "\u{1B}OA"]
    /// Seconds until 200 jobs have been asked for once: 80 requests a minute are left for what the page does not depend on.
    ///
    /// A shorter observation, which is only for trying the program out, also waits less.
    static func warmUp(for seconds: Double) -> Double { min(160, seconds * 3) }

    let alternatives: Alternatives
    let home: String

    /// Measures pages of 10, 50 and 200 jobs and a job of 100,000 runs.
    func rows(seconds: Double) async throws -> [ScaleRow] {
        var watched: [(program: Program, platform: Platform)] = []
        let counts = [10, 50, 200]
        for count in counts {
            let platform = try await Platform.start(.demo, jobs: count, home: home)
            watched.append((try alternatives.jobtop([], on: platform), platform))
        }
        let huge = try await Platform.start(.huge, home: home)
        watched.append((try alternatives.jobtop(["price-ticks"], on: huge), huge))
        Program.watch(watched.map(\.program), seconds: Self.warmUp(for: seconds))
        let spells = Spell.of(watched, seconds: seconds)
        let names = counts.map { "\($0) jobs" } + ["100,000 runs"]
        let rows = watched.indices.map { number in
            let keys = Latencies.ofKeys(Self.keys, count: 200, in: watched[number].program)
            return ScaleRow(
                name: names[number], jobs: number < counts.count ? counts[number] : nil, spell: spells[number], keys: keys)
        }
        for (program, platform) in watched {
            program.end()
            await platform.simulator.stop()
        }
        return rows
    }
}

/// One size of a project.
struct ScaleRow {
    var name: String
    /// The number of jobs; nil for one job of many runs.
    var jobs: Int?
    var spell: Spell
    var keys: Latencies

    static func table(_ rows: [ScaleRow]) -> Table {
        var table = Table("project", "CPU", "RssAnon, MiB", "RSS, MiB", "requests a minute", "key p50, ms", "key p99, ms")
        for row in rows {
            table.add(
                row.name, row.spell.load.percent, row.spell.anonymous.short, row.spell.resident.short,
                (row.spell.requests * 60).short, row.keys.percentile(50).short, row.keys.percentile(99).short)
        }
        return table
    }

    /// The growth with the number of jobs from each size to the next, and the bound that ends it.
    static func curves(_ rows: [ScaleRow]) -> [String] {
        let points = rows.compactMap { row in row.jobs.map { (jobs: Double($0), row: row) } }
        return [
            curve("CPU", "% ", points.map { ($0.jobs, $0.row.spell.load * 100) }) + " It meets the bound of requests first.",
            curve("RssAnon", "MiB ", points.map { ($0.jobs, $0.row.spell.anonymous) })
                + " It meets the bound of runs kept: the newest of each job, and 20,000 of the open list.",
            curve("requests a minute", "", points.map { ($0.jobs, $0.row.spell.requests * 60) })
                + " They meet their bound of 120 first; then each job is asked for less often.",
            curve("key to screen, p50", "ms ", points.map { ($0.jobs, $0.row.keys.percentile(50)) })
                + " It meets the bound of the screen's rows first.",
        ]
    }

    private static func curve(_ name: String, _ unit: String, _ points: [(jobs: Double, value: Double)]) -> String {
        let parts = zip(points, points.dropFirst()).map { from, to in
            let growth = (to.value - from.value) / (to.jobs - from.jobs) * 10
            return "\(growth.short) from \(Int(from.jobs)) to \(Int(to.jobs)) jobs"
        }
        return "- \(name), \(unit)for every 10 jobs: \(parts.joined(separator: ", "))."
    }
}

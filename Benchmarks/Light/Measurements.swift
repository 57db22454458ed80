import Simulator

/// Everything that is measured, one part after another, each said as it begins.
struct Measurements {
    let alternatives: Alternatives
    /// The folder of the other benchmarks and an empty folder for large files.
    let programs: String
    let home: String
    /// Seconds of each observation without a key.
    let seconds: Double
    private let job = "nightly-prices"
    private(set) var figures: [Figure] = []
    private(set) var scale: [ScaleRow] = []

    private init(alternatives: Alternatives, programs: String, home: String, seconds: Double) {
        (self.alternatives, self.programs, self.home, self.seconds) = (alternatives, programs, home, seconds)
    }

    static func made(
        alternatives: Alternatives, programs: String, home: String, seconds: Double
    ) async throws -> Measurements {
        var made = Measurements(alternatives: alternatives, programs: programs, home: home, seconds: seconds)
        say("starts")
        try await made.measureStarts()
        say("files")
        made.measureFiles()
        say("CPU, memory and bytes while nobody types, for \(Int(seconds)) seconds")
        try await made.measureRest()
        say("keys")
        try await made.measureKeys()
        say("scale, for \(Int(seconds + Scale.warmUp(for: seconds))) seconds")
        made.scale = try await Scale(alternatives: alternatives, home: home).rows(seconds: seconds)
        return made
    }

    private mutating func add(_ what: String, _ unit: String, wanted: String, _ value: Double, beside: [(String, Double)] = []) {
        figures.append(Figure(what: what, unit: unit, wanted: wanted, value: value, beside: beside))
    }

    private mutating func measureStarts() async throws {
        let platform = try await Platform.start(.demo, jobs: 1, home: home)
        let ours = try Latencies.ofStarts(15, until: ["storefront-scrapers", job]) { try alternatives.jobtop([], on: platform) }
        let sdk = try Latencies.ofStarts(5, until: [job]) { try alternatives.sdk(["jobs"], on: platform) }
        let curl = try Latencies.ofStarts(15, until: [job]) { try alternatives.curl(on: platform) }
        let beside = [("SDK", sdk[0].percentile(50)), ("curl", curl[0].percentile(50))]
        add("first frame", "ms", wanted: "15", ours[0].percentile(50))
        add("first data", "ms", wanted: "22", ours[1].percentile(50), beside: beside)
        await platform.simulator.stop()
    }

    private mutating func measureFiles() {
        let fetch = Command.output(["\(programs)/fetch-bench", "9"])
        let (ours, curl) = (Command.figure("jobtop", in: fetch), Command.figure("curl and fsync", in: fetch))
        add("fetch of 1 GiB", "s", wanted: "1.15 × curl and fsync", ours, beside: [("curl and fsync", curl)])
        let file = "\(home)/results.jsonl"
        _ = Command.output(["\(programs)/results-bench", "--write", file, "512"])
        let results = (0..<5).map { _ in Command.output(["\(programs)/results-bench", file, "timeout"]) }
        func median(_ label: String) -> Double { results.map { Command.figure(label, in: $0) }.sorted()[results.count / 2] }
        add("index of 512 MiB", "MiB/s", wanted: "700", median("rate"))
        add("first rows of 512 MiB", "ms", wanted: "1.8", median("first 50 rows"))
        add("search of 512 MiB", "MiB/s", wanted: "2048", median("rate of the search"))
    }

    /// The programs run at the same time, each on a platform of its own: together they use a few hundredths of a core.
    private mutating func measureRest() async throws {
        // One job, as in the figures that are wanted; Scale has more.
        var platforms: [Platform] = []
        for world in [World.demo, .demo, .demo, .files, .demo, .demo, .demo, .demo] {
            platforms.append(try await Platform.start(world, jobs: 1, home: home))
        }
        let programs = [
            try alternatives.jobtop([job, "--interval", "1"], on: platforms[0]),
            try alternatives.jobtop([job, "--interval", "1"], on: platforms[1]),
            try alternatives.jobtop([], on: platforms[2]),
            try alternatives.jobtop(["results-gallery"], on: platforms[3]),
            try alternatives.sdk(["runs", job], on: platforms[4]),
            try alternatives.htop(on: platforms[5]),
            try alternatives.echo(on: platforms[7]),
        ]
        Program.watch(programs, seconds: 8)
        // The second one asks for nothing, which tells what the requests of the first one cost.
        programs[1].type("p")
        Program.watch(programs, seconds: 4)
        let watching = ContinuousClock.now
        let watch = try alternatives.watch(job, on: platforms[6])
        let rest = Spell.of(Array(zip(programs, platforms)) + [(watch, platforms[6])], seconds: seconds)
        let watchLoad = watch.end() / ((ContinuousClock.now - watching) / .seconds(1))
        for program in programs { program.end() }
        for platform in platforms { await platform.simulator.stop() }
        report(rest, watchLoad)
    }

    private mutating func report(_ rest: [Spell], _ watchLoad: Double) {
        let (runs, paused, jobs, still, sdk, htop, echo) = (rest[0], rest[1], rest[2], rest[3], rest[4], rest[5], rest[6])
        let idle = [("htop", htop.load * 100), ("echo", echo.load * 100)]
        let beside = [("SDK", sdk.load * 100), ("watch, curl, jq", watchLoad * 100)] + idle
        add("CPU, runs page at 1 Hz", "%", wanted: "0.15", runs.load * 100, beside: beside)
        add("CPU, jobs page at 3 s", "%", wanted: "0.10", jobs.load * 100, beside: idle)
        add(
            "requests a minute, runs page at 1 Hz", "", wanted: "", runs.requests * 60,
            beside: [("SDK", sdk.requests * 60)])
        add("requests a minute, jobs page at 3 s", "", wanted: "", jobs.requests * 60)
        let each = (runs.load - paused.load) / runs.requests * 1000
        add(
            "CPU of each request of a list of 20", "ms", wanted: "1", each,
            beside: [("SDK", sdk.load / sdk.requests * 1000)])
        add("bytes a second to the terminal, only ages change", "B/s", wanted: "40", still.bytes, beside: [("htop", htop.bytes)])
        let memory = [("htop", htop.anonymous), ("SDK", sdk.anonymous), ("echo", echo.anonymous)]
        add("RssAnon, runs page", "MiB", wanted: "4", runs.anonymous, beside: memory)
        let resident = [("htop", htop.resident), ("SDK", sdk.resident), ("echo", echo.resident)]
        add("RSS, runs page", "MiB", wanted: "24", runs.resident, beside: resident)
    }

    private mutating func measureKeys() async throws {
        let platform = try await Platform.start(.huge, home: home)
        let jobtop = try alternatives.jobtop(["price-ticks"], on: platform)
        let htop = try alternatives.htop(on: platform)
        let echo = try alternatives.echo(on: platform)
        Program.watch([jobtop, htop, echo], seconds: 4)
        let ours = Latencies.ofKeys(Scale.keys, count: 400, in: jobtop)
        let theirs = Latencies.ofKeys(Scale.keys, count: 400, in: htop)
        let floor = Latencies.ofKeys(Scale.keys, count: 400, in: echo)
        for program in [jobtop, htop, echo] { program.end() }
        await platform.simulator.stop()
        for (percent, wanted) in [(50, "0.4"), (99, "1.5")] {
            add(
                "key to screen, 100,000 runs, p\(percent)", "ms", wanted: wanted, ours.percentile(percent),
                beside: [("htop", theirs.percentile(percent)), ("echo", floor.percentile(percent))])
        }
    }
}

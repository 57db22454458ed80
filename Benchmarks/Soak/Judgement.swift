import Dashboard

/// What the rounds behind the warm-up say of growth.
struct Judgement {
    /// Kilobytes that the whole run may add to what is allocated: a few connections more, a longer list.
    private static let allowance = 1024.0
    /// Kilobytes that the process may grow by; pages with little in them are not given back.
    private static let looseAllowance = 4096.0

    /// Kilobytes that were added to what is allocated, by the line of best fit.
    let growth: Double
    /// Kilobytes that the process grew by, likewise.
    let looseGrowth: Double
    /// Whether memory can be judged: an allocator in the place of the C library's, as each sanitizer brings one, tells nothing and
    /// keeps for a long time what was freed.
    let knowsMemory: Bool
    /// What is wrong, in sentences.
    let findings: [String]

    /// Judges.
    init(_ rounds: [Tally]) {
        knowsMemory = rounds.contains { $0.used > 0 }
        growth = Self.slope(rounds.map { Double($0.used) }) * Double(rounds.count - 1)
        looseGrowth = Self.slope(rounds.map { Double($0.memory) }) * Double(rounds.count - 1)
        guard let first = rounds.first, let last = rounds.last else {
            findings = []
            return
        }
        var findings: [String] = []
        if knowsMemory, growth > Self.allowance { findings.append("what is allocated grows by \(Int(growth)) kB") }
        if knowsMemory, looseGrowth > Self.looseAllowance { findings.append("memory grows by \(Int(looseGrowth)) kB") }
        // A connection is kept or not, by chance.
        let most = (descriptors: rounds.map(\.descriptors).max() ?? 0, threads: rounds.map(\.threads).max() ?? 0)
        if most.descriptors > first.descriptors + 8 { findings.append("up to \(most.descriptors) descriptors") }
        if most.threads > first.threads + 4 { findings.append("up to \(most.threads) threads") }
        if last.mostInFlight > RequestBudget.atOnce { findings.append("\(last.mostInFlight) requests at once") }
        self.findings = findings
    }

    /// The line that the soak ends with.
    var sentence: String {
        guard knowsMemory else { return "memory is not judged: the C library's allocator is not in use" }
        return "memory after the warm-up: \(Int(growth)) kB allocated, \(Int(looseGrowth)) kB in all, by the line of best fit"
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

import Dashboard

/// The growth over the rounds after the warm-up, with the findings.
struct Judgement {
    /// Kilobytes by which the allocated memory may grow over the whole run: a few more connections, a longer list.
    private static let allowance = 1024.0
    /// Kilobytes by which the process may grow; nearly empty pages are not returned.
    private static let looseAllowance = 4096.0

    /// Kilobytes by which the allocated memory grew, by the line of best fit.
    let growth: Double
    /// Kilobytes by which the process grew, also by the line of best fit.
    let looseGrowth: Double
    /// Whether memory can be judged: each sanitizer replaces the C library's allocator with one that reports nothing and keeps
    /// freed memory for a long time.
    let knowsMemory: Bool
    /// The problems found, in sentences.
    let findings: [String]

    /// Judges the rounds.
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
        // A connection is kept by chance.
        let most = (descriptors: rounds.map(\.descriptors).max() ?? 0, threads: rounds.map(\.threads).max() ?? 0)
        if most.descriptors > first.descriptors + 8 { findings.append("up to \(most.descriptors) descriptors") }
        if most.threads > first.threads + 4 { findings.append("up to \(most.threads) threads") }
        if last.mostInFlight > RequestBudget.atOnce { findings.append("\(last.mostInFlight) requests at once") }
        self.findings = findings
    }

    /// The last line of the soak's output.
    var sentence: String {
        guard knowsMemory else { return "memory is not judged: the C library's allocator is not in use" }
        return "memory after the warm-up: \(Int(growth)) kB allocated, \(Int(looseGrowth)) kB in all, by the line of best fit"
    }

    /// The slope of the line of best fit, per round.
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

/// How the items of a run come: the part of them that has ended after a part of its time.
enum RunShape: String, CaseIterable {
    case steady, slowStart, slowEnd, speedingUp, slowingDown, bursts, pause, noisy, heavyTail, workers, retries, unequalItems

    /// The part of the items that has ended, 0 to 1.
    func done(_ time: Double) -> Double {
        switch self {
        case .steady: time
        case .slowStart: time < 0.15 ? time * 0.2 : 0.03 + (time - 0.15) / 0.85 * 0.97
        case .slowEnd: time < 0.8 ? time / 0.8 * 0.95 : 0.95 + (time - 0.8) / 0.2 * 0.05
        case .heavyTail: time < 0.75 ? time / 0.75 * 0.97 : 0.97 + (time - 0.75) / 0.25 * 0.03
        case .speedingUp: time * (0.6 + 0.4 * time)
        case .slowingDown: time * (1.4 - 0.4 * time)
        case .bursts: (time * 20).rounded(.down) / 20
        case .pause: time < 0.4 ? time / 0.4 * 0.5 : time < 0.5 ? 0.5 : 0.5 + (time - 0.5)
        case .noisy: min(1, max(0, time + 0.03 * sinus(time * 40)))
        case .workers, .retries, .unequalItems:
            Double(Self.ends[self, default: []].count { $0 <= time }) / 400
        }
    }

    /// When the items of the shapes with parallel workers end, as parts of the whole time.
    private static let ends: [RunShape: [Double]] = [
        .workers: ends(lanes: 12) { $0.number(0.5...1.5) },
        // One item in eight is tried three times, each time to its timeout.
        .retries: ends(lanes: 6) { $0.chance(0.125) ? 9 : $0.number(0.5...1.5) },
        // A few items are as long as dozens of others.
        .unequalItems: ends(lanes: 8) { 1 / $0.number(0.02...1) },
    ]

    private static func ends(lanes: Int, _ seconds: (inout TestDice) -> Double) -> [Double] {
        var dice = TestDice(lanes)
        var free = Array(repeating: 0.0, count: lanes)
        var ends: [Double] = []
        for _ in 0..<400 {
            let lane = free.indices.min { free[$0] < free[$1] } ?? 0
            free[lane] += seconds(&dice)
            ends.append(free[lane])
        }
        let last = ends.max() ?? 1
        return ends.map { $0 / last }
    }

    /// A wave without Foundation's.
    private func sinus(_ x: Double) -> Double {
        let turn = (x / 6.283_185_3).truncatingRemainder(dividingBy: 1)
        return turn < 0.5 ? 16 * turn * (0.5 - turn) : -16 * (turn - 0.5) * (1 - turn)
    }
}

/// The jobs whose ended runs show the trouble.
extension TroublesWorld {
    /// Runs that failed.
    static let outcomes = [
        job("fails-for-weeks", deserves: ["failed"], chapters: [failing(from: newest(20))]),
        job("failed-once", deserves: ["failed"], hour: 4, chapters: [failing(from: newest(1))]),
        job(
            "fails-since-its-timeout-changed", deserves: ["failing-since-change"], hour: 5,
            chapters: [
                .from(newest(3)) {
                    $0.configuration.requestTimeout = 20
                    ($0.behaviour.failureRate, $0.behaviour.failures) = (1, [(1, .timeout)])
                }
            ]),
        job(
            "fails-since-its-proxy-changed", deserves: ["failing-since-change"], hour: 6,
            chapters: [
                .from(newest(1)) {
                    $0.proxyURL = Plan.proxy
                    ($0.behaviour.failureRate, $0.behaviour.failures) = (1, [(1, .navigation)])
                }
            ]),
        job(
            "flaps", deserves: ["flapping"],
            chapters: [2, 4, 6].map { failing(newest($0)..<newest($0 - 1)) }),
    ]

    /// Runs that ended otherwise than usual, and one whose row cannot be read.
    static let sizes = [
        job(
            "more-failures-than-usual", deserves: ["more-failures"],
            chapters: [.from(newest(1)) { $0.behaviour.failureRate = 0.4 }]
        ) { $0.behaviour.failureRate = 0.02 },
        job("found-nothing", deserves: ["succeeded-with-nothing"], chapters: [.from(newest(1)) { $0.payload = [] }]),
        job(
            "found-far-less", deserves: ["far-fewer-items"],
            chapters: [.from(newest(1)) { $0.payload = Array($0.payload.prefix(9)) }]),
        job("was-slow", deserves: ["slow"], chapters: [slow(from: newest(1))]) {
            $0.payload = Plan.items(240, "page", .products)
        },
        job("has-an-unreadable-row", deserves: ["unreadable"]) { $0.oddRuns = [newest(3): OddRun(row: "not a run")] },
    ]

    private static func failing(from ordinal: Int) -> Chapter { failing(ordinal..<Int.max) }

    private static func failing(_ runs: Range<Int>) -> Chapter { Chapter(runs: runs) { $0.behaviour.failureRate = 1 } }

    /// Items that take four times as long.
    static func slow(from ordinal: Int) -> Chapter { .from(ordinal) { $0.behaviour.itemSeconds = 40...80 } }
}

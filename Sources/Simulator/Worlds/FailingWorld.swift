/// A world in which every job fails in a different way.
enum FailingWorld {
    static let plans =
        [
            failing("everything-times-out", [(1, .timeout)]),
            failing("site-redesigned", [(5, .missingField), (1, .selectorTimeout)]),
            failing("blocked-by-site", [(3, .blocked), (2, .navigation)]),
            failing("out-of-memory", [(1, .crashed), (1, .tooBig)]),
            failing("login-lost", [(2, .authCheck), (1, .authCreate), (1, .password)], auth: Plan.authSession("portal")),
            failing("platform-trouble", [(1, .browserLost), (1, .unexpected), (1, .noOutput)]),
            failing("everything-wrapped", [(1, .wrapped), (1, .apiAttempts)]),
            failing(
                "orchestrator-down", [],
                fates: [(1, .breaks(at: 0, outOfCredits: false)), (1, .breaks(at: 0.7, outOfCredits: false))]),
            failing(
                "credits-gone", [],
                fates: [(1, .canceled(.outOfCredits, error: .outOfCredits)), (1, .breaks(at: 0.2, outOfCredits: true))]),
            failing("sink-denied", [], fates: [(1, .canceled(.sinkBroken, error: nil))], sink: Plan.bucket),
            failing(
                "session-missing", [], fates: [(1, .canceled(.authSessionNotFound, error: nil))],
                auth: Plan.authSession("legacy-login")),
            failing("always-stopped", [(1, .selectorTimeout)], fates: [(1, .terminated(at: 0.3))], rate: 0.4),
            DemoWorld.vendorInvoices,
        ] + [stopped]

    /// A job that the platform has stopped permanently.
    private static let stopped: Plan = {
        var plan = failing("stopped-for-good", [(1, .timeout)])
        plan.opening = .switchedOff("The job was terminated after 50 failed runs in a row.")
        plan.overlay = [
            (
                "reason",
                [
                    "type": "terminated", "message": "The job was terminated after 50 failed runs in a row.",
                    "details": ["failedRuns": 50],
                ]
            )
        ]
        return plan
    }()

    private static func failing(
        _ id: String, _ failures: [(weight: Double, value: ItemFailure)],
        fates: [(weight: Double, value: Fate)] = [(1, .runsOut)],
        rate: Double = 1, auth: JSON = .null, sink: JSON = .null
    ) -> Plan {
        Plan(
            id: id, payload: Plan.items(24, "scrape", .products), sink: sink, schedule: Schedule(rhythm: .every(minutes: 15)),
            authSession: auth,
            behaviour: Behaviour(
                subject: .products, itemSeconds: 8...20, failureRate: failures.isEmpty ? 0.5 : rate,
                failures: failures.isEmpty ? [(1, .selectorTimeout)] : failures, fates: fates),
            history: History(runs: 20, spacing: .seconds(900)))
    }
}

/// The jobs whose runs do not start, and those whose active run is in trouble.
extension TroublesWorld {
    /// Runs that could not start, or did not.
    static let starts = [
        canceled("no-credits-for-prices", .outOfCredits, error: .outOfCredits, newest: 3),
        canceled("no-credits-for-stock", .outOfCredits, error: .outOfCredits, newest: 2),
        canceled("login-is-missing", .authSessionNotFound, newest: 5, login: "legacy-login"),
        canceled("login-is-locked", .authSessionLocked, newest: 1, login: "shared-buyer-account"),
        job("missed-and-moved-on", deserves: ["missed"]) { $0.schedule?.lapse = .skips(runs: 1) },
        job("missed-an-interval", deserves: ["missed"]) {
            $0.schedule = Schedule(rhythm: .every(minutes: 240), lapse: .skips(runs: 1))
            $0.history.spacing = .seconds(14_400)
        },
        job("missed-and-stalled", deserves: ["missed"]) { $0.schedule?.lapse = .stalls(seconds: 7200) },
        job("is-late", deserves: ["late"]) { $0.schedule?.lapse = .stalls(seconds: 120) },
        job("has-lost-its-starter", deserves: ["overdue"]) {
            $0.schedule = nil
            $0.history.stray = 0.05
            $0.history.omitted = 2
        },
        job("paused-for-long", deserves: ["paused-for-long"]) {
            $0.opening = .switchedOff("Paused by ana@acme.example: the shop is being rebuilt.", seconds: 3 * 86_400)
        },
    ]

    /// Runs that are active.
    static let activeRuns = [
        job("waits-for-a-login", deserves: ["waits-for-person:auth-session-invalid-mid-job"]) {
            $0.authSession = Plan.authSession("vendor-portal-main")
            $0.opening = .paused(progress: 0.4, .authSessionInvalid)
        },
        // With a run that rests for so long, the whole takes longer than usual too.
        job("is-stuck", deserves: ["stuck", "slow"]) {
            $0.behaviour.itemSeconds = 300...500
            $0.opening = .stuck(progress: 0.5, seconds: 2400)
        },
        job("is-slow", deserves: ["slow"], chapters: [slow(from: runs)]) {
            $0.payload = Plan.items(240, "page", .products)
            $0.opening = .working(progress: 0.8)
        },
        job("overlaps", deserves: ["overlaps"]) {
            $0.behaviour.itemSeconds = 300...500
            $0.opening = .overlapping(progress: 0.6, 0.2)
        },
    ]

    private static func canceled(
        _ id: String, _ reason: RunReason, error: RunError? = nil, newest count: Int, login: String? = nil
    ) -> Plan {
        job(
            id, deserves: ["did-not-start:\(reason.type)"],
            chapters: [.from(newest(count)) { $0.behaviour.fates = [(1, .canceled(reason, error: error))] }]
        ) {
            if let login { $0.authSession = Plan.authSession(login) }
        }
    }
}

/// The demo's jobs with a login.
extension DemoWorld {
    /// Its login broke during a run, which waits for a person.
    static let vendorInvoices = Plan(
        id: "vendor-invoices", configuration: Configuration(maxConcurrentRequests: 2, requestTimeout: 900),
        payload: Plan.items(60, "download-invoices", .invoices, timeout: 900),
        schedule: Schedule(rhythm: .daily(hour: 5, minute: 30, days: Plan.workdays)),
        authSession: Plan.authSession("vendor-portal-main", saveTrace: true),
        behaviour: Behaviour(
            subject: .invoices, itemSeconds: 8...25, failureRate: 0.008, failures: [(3, .authCheck), (1, .timeout)],
            fates: [(2, .pauses(at: 0.5, .authSessionInvalid)), (3, .runsOut)], restSeconds: 120...240),
        history: History(runs: 22, spacing: .seconds(86_400)), opening: .paused(progress: 0.42, .authSessionInvalid))

    /// Shares its login with other jobs, which often lock it.
    static let buyerOrders = Plan(
        id: "buyer-orders", payload: Plan.items(30, "order-status", .invoices),
        schedule: Schedule(rhythm: .every(minutes: 12)), authSession: Plan.authSession("shared-buyer-account"),
        behaviour: Behaviour(
            subject: .invoices, itemSeconds: 15...40, failureRate: 0.012, failures: [(2, .authCreate), (1, .password)],
            fates: [(3, .canceled(.authSessionLocked, error: nil)), (2, .runsOut)], queueSeconds: 60...120),
        history: History(runs: 36, spacing: .seconds(720)))

    /// Being resumed: its login is checked first, which takes some time.
    static let newsArchive = Plan(
        id: "news-archive", configuration: Configuration(maxConcurrentRequests: 4),
        payload: Plan.items(120, "article", .articles),
        schedule: Schedule(rhythm: .every(minutes: 60)), authSession: Plan.authSession("press-archive"),
        behaviour: Behaviour(
            subject: .articles, itemSeconds: 6...16, failureRate: 0.001, failures: [(1, .navigation)], resumeSeconds: 100...200,
            restSeconds: 150...300,
            operatorHabit: OperatorHabit(pausesAfterSeconds: 500...900, resumesAfterSeconds: 200...400)),
        history: History(runs: 30, spacing: .seconds(3600)), opening: .resuming(progress: 0.3, seconds: 400))

    /// Its login is missing, or is refused before the start.
    static let marketplaceSellers = Plan(
        id: "marketplace-sellers",
        configuration: Configuration(maxConcurrentRequests: 10, requestTimeout: 120, proxy: Plan.proxy),
        payload: Plan.items(25, "seller-profile", .listings, timeout: 120, attempts: 1),
        schedule: Schedule(rhythm: .daily(hour: 6, minute: 15, days: [1, 4])), authSession: Plan.authSession("legacy-login"),
        proxyURL: Plan.proxy, notifications: Plan.notification, source: "CODE",
        behaviour: Behaviour(
            subject: .listings,
            fates: [
                (2, .canceled(.authSessionNotFound, error: nil)), (1, .canceled(.authValidationFailed, error: nil)),
            ], restSeconds: 400...700),
        history: History(runs: 14, spacing: .seconds(86_400 * 3)))
}

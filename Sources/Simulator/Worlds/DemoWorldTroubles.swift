/// The demo's jobs with problems of the platform, the plan or a sink, and its quiet jobs.
extension DemoWorld {
    /// The plan's credits are used up.
    static let adsLandingPages = Plan(
        id: "ads-landing-pages", payload: Plan.items(20, "landing-page", .articles),
        schedule: Schedule(rhythm: .every(minutes: 10)),
        behaviour: Behaviour(
            subject: .articles,
            fates: [
                (4, .canceled(.outOfCredits, error: .outOfCredits)), (1, .breaks(at: 0.5, outOfCredits: true)), (1, .runsOut),
            ]),
        history: History(runs: 32, spacing: .seconds(600)))

    /// Writes to a bucket that sometimes refuses it.
    static let dataLakeExport = Plan(
        id: "data-lake-export", configuration: Configuration(maximumAttempts: 5, maxConcurrentRequests: 12, requestTimeout: 1200),
        payload: Plan.items(180, "export-page", .listings, timeout: 1200, attempts: 5), sink: Plan.bucket,
        schedule: Schedule(rhythm: .daily(hour: 3, minute: 45, days: Plan.everyDay)),
        behaviour: Behaviour(
            subject: .listings, itemSeconds: 15...40, failureRate: 0.0015, failures: [(1, .browserLost), (1, .unexpected)],
            fates: [(3, .runsOut), (1, .canceled(.sinkBroken, error: nil)), (1, .pauses(at: 0.3, .sinkBroken))],
            restSeconds: 80...250,
            operatorHabit: OperatorHabit(pausesAfterSeconds: 4000...8000, resumesAfterSeconds: 100...300)),
        history: History(runs: 26, spacing: .seconds(86_400)))

    /// The platform sometimes loses its runs.
    static let secFilings = Plan(
        id: "sec-filings", configuration: Configuration(maxConcurrentRequests: 5, requestTimeout: 240),
        payload: Plan.items(75, "fetch-filing", .filings, timeout: 240), schedule: Schedule(rhythm: .every(minutes: 25)),
        behaviour: Behaviour(
            subject: .filings, itemSeconds: 8...24, failureRate: 0.004, failures: [(2, .browserLost), (1, .timeout)],
            fates: [(2, .breaks(at: 0.55, outOfCredits: false)), (3, .runsOut)]),
        history: History(runs: 44, spacing: .seconds(1500)), opening: .working(progress: 0.3))

    /// Being paused: its items take long, and running items continue to their end.
    static let rentalListings = Plan(
        id: "rental-listings", configuration: Configuration(maxConcurrentRequests: 4, requestTimeout: 1800),
        payload: Plan.items(48, "search-city", .listings, timeout: 1800),
        behaviour: Behaviour(
            subject: .listings, itemSeconds: 40...120, failureRate: 0.06, failures: [(2, .timeout), (1, .crashed)],
            restSeconds: 60...120,
            operatorHabit: OperatorHabit(pausesAfterSeconds: 400...700, resumesAfterSeconds: 800...1000)),
        history: History(runs: 20, spacing: .seconds(14_400)), opening: .pausing(progress: 0.5, seconds: 600))

    /// Waits for browsers: no item is done yet.
    static let flashSaleMonitor = Plan(
        id: "flash-sale-monitor", configuration: Configuration(maxConcurrentRequests: 15),
        payload: Plan.items(100, "sale-page", .products),
        schedule: Schedule(rhythm: .every(minutes: 30)),
        behaviour: Behaviour(
            subject: .products, itemSeconds: 30...60, failureRate: 0.03, failures: [(1, .navigation)], queueSeconds: 300...600,
            restSeconds: 30...90),
        history: History(runs: 34, spacing: .seconds(1800)), opening: .queued(seconds: 600))

    /// Paused by a person who gave a reason.
    static let warehouseLevels = Plan(
        id: "warehouse-stock-levels", payload: Plan.items(9, "warehouse", .stock),
        schedule: Schedule(rhythm: .daily(hour: 22, minute: 0, days: Plan.workdays)),
        behaviour: Behaviour(subject: .stock),
        history: History(runs: 10, spacing: .seconds(86_400)),
        opening: .switchedOff("Paused by jonas@acme.example: the ERP is being migrated until December."))

    /// Has never run.
    static let supplierOnboarding = Plan(
        id: "supplier-onboarding",
        payload: [PayloadItem(apiName: "fill-supplier-form", parameters: ["supplier": "Müller & Söhne", "dryRun": true])],
        source: "CODE", behaviour: Behaviour(subject: .invoices), history: History(runs: 0))
}

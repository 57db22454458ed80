/// A project that scrapes shops: some jobs are healthy, some are not, and something is always running.
///
/// Times are tuned for a speed of 10: runs take 30 to 90 s by the clock, and within a minute some end and some start.
enum DemoWorld {
    static let plans =
        [nightlyPrices, catalogueSync, reviewHarvest, competitorStock, priceAlerts]
        + [vendorInvoices, buyerOrders, newsArchive, marketplaceSellers]
        + [adsLandingPages, dataLakeExport, secFilings, rentalListings, flashSaleMonitor, warehouseLevels, supplierOnboarding]

    /// Healthy, every night; its webhook sink contains many secrets.
    static let nightlyPrices = Plan(
        id: "nightly-prices",
        configuration: Configuration(maxConcurrentRequests: 8), payload: Plan.items(240, "product-price", .products),
        sink: Plan.webhook("hooks.acme.example"),
        schedule: Schedule(rhythm: .daily(hour: 2, minute: 0, days: Plan.everyDay), jitter: "10m"),
        behaviour: Behaviour(
            subject: .products, itemSeconds: 10...30, failureRate: 0.0006, failures: [(1, .navigation)],
            fates: [(9, .runsOut), (1, .completes)], restSeconds: 60...200),
        history: History(runs: 28, spacing: .seconds(86_400)), opening: .working(progress: 0.35))

    /// Mostly successful; its failures have many causes.
    static let catalogueSync = Plan(
        id: "catalogue-sync",
        configuration: Configuration(maxConcurrentRequests: 6, requestTimeout: 300),
        payload: Plan.items(160, "sync-category", .products, timeout: 300, attempts: 2),
        schedule: Schedule(rhythm: .every(minutes: 15), jitter: 30_000), proxyURL: Plan.proxy, notifications: Plan.notification,
        behaviour: Behaviour(
            subject: .products, itemSeconds: 6...20, failureRate: 0.12,
            failures: [(5, .selectorTimeout), (3, .navigation), (2, .blocked), (1, .tooBig), (1, .timeout), (1, .wrapped)],
            fates: [(12, .runsOut), (1, .terminated(at: 0.4))]),
        history: History(runs: 60, spacing: .seconds(900)), opening: .working(progress: 0.6))

    /// Starts with a few list pages and ends with thousands of items.
    static let reviewHarvest = Plan(
        id: "review-harvest",
        configuration: Configuration(maximumAttempts: 2, maxConcurrentRequests: 25, maxRuns: 5000),
        payload: Plan.items(6, "list-products", .products),
        behaviour: Behaviour(
            subject: .reviews, itemSeconds: 3...8, failureRate: 0.004,
            failures: [(4, .blocked), (2, .selectorTimeout), (1, .crashed), (1, .noOutput)],
            growth: Growth(apiName: "product-reviews", perPage: 24, items: 1500...3600), restSeconds: 100...300),
        history: History(runs: 12, spacing: .seconds(21_600)), opening: .working(progress: 0.12))

    /// The shop has a new design, so nothing is found any more.
    static let competitorStock = Plan(
        id: "competitor-stock",
        configuration: Configuration(maximumAttempts: 3, maxConcurrentRequests: 5),
        payload: Plan.items(40, "stock-level", .stock),
        sink: Plan.webhook("bi.acme.example", skipOnFail: true, apis: ["stock-level"]),
        schedule: Schedule(rhythm: .every(minutes: 20)),
        behaviour: Behaviour(
            subject: .stock, itemSeconds: 4...12, failureRate: 1, failures: [(6, .missingField), (2, .selectorTimeout)]),
        history: History(runs: 40, spacing: .seconds(1200)))

    /// Scheduled more often than its runs take.
    static let priceAlerts = Plan(
        id: "price-alerts", configuration: Configuration(maxConcurrentRequests: 3),
        payload: Plan.items(90, "check-alert", .products),
        schedule: Schedule(rhythm: .every(minutes: 5)), proxyURL: Plan.proxy,
        behaviour: Behaviour(
            subject: .products, itemSeconds: 8...20, failureRate: 0.002, failures: [(1, .apiAttempts)],
            fates: [(1, .runsOut), (1, .canceled(.anotherRunActive, error: nil))]),
        history: History(runs: 50, spacing: .seconds(300)), opening: .working(progress: 0.5))
}

/// A world in which each job deserves another verdict, among healthy ones.
///
/// A trouble is a chapter of a job's life that begins with one of its last runs; most jobs run so seldom that the picture stays.
enum TroublesWorld {
    static let plans = outcomes + sizes + starts + activeRuns + healthy

    /// The runs of each history.
    static let runs = 30
    /// The first of the newest runs of a history, so many of them.
    static func newest(_ count: Int) -> Int { runs - count }

    /// A job that runs every day at this hour and is healthy but for its chapters.
    static func job(
        _ id: String, deserves: Set<String> = [], hour: Int = 3, chapters: [Chapter] = [],
        _ change: (inout Plan) -> Void = { _ in }
    ) -> Plan {
        var plan = Plan(
            id: id, payload: Plan.items(80, "page", .products),
            schedule: Schedule(rhythm: .daily(hour: hour, minute: 10, days: Plan.everyDay)),
            behaviour: Behaviour(subject: .products, itemSeconds: 10...20, failures: [(1, .selectorTimeout)]),
            history: History(runs: runs, spacing: .seconds(86_400), manualShare: 0), chapters: chapters, deserves: deserves)
        change(&plan)
        return plan
    }

    /// Jobs that are well, busy and idle.
    private static let healthy = [
        job("healthy-nightly"), job("healthy-hourly") { $0.schedule = Schedule(rhythm: .every(minutes: 600), jitter: "10m") },
        job("healthy-busy") { $0.opening = .working(progress: 0.3) },
        job("healthy-on-request") {
            $0.schedule = nil
            $0.behaviour.failureRate = 0.01
        },
        job(
            "healthy-but-stopped-once",
            chapters: [Chapter(runs: newest(1)..<runs) { $0.behaviour.fates = [(1, .terminated(at: 0.5))] }]),
        job("healthy-and-growing") {
            $0.payload = Plan.items(6, "list-products", .products)
            $0.schedule = nil
            $0.behaviour.growth = Growth(apiName: "product-reviews", perPage: 24, items: 1500...3600)
            $0.behaviour.itemSeconds = 3...8
            $0.opening = .working(progress: 0.12)
        },
    ]
}

/// A world with more runs than any list can hold.
enum HugeWorld {
    static let plans = [priceTicks, DemoWorld.nightlyPrices, DemoWorld.reviewHarvest, DemoWorld.supplierOnboarding]

    /// One run per minute for 69 days.
    static let priceTicks = Plan(
        id: "price-ticks", payload: Plan.items(12, "tick", .products), schedule: Schedule(rhythm: .every(minutes: 10)),
        behaviour: Behaviour(
            subject: .products, itemSeconds: 10...60, failureRate: 0.05, failures: [(3, .selectorTimeout), (1, .browserLost)],
            fates: [(60, .runsOut), (1, .breaks(at: 0.5, outOfCredits: false)), (1, .terminated(at: 0.6)), (1, .completes)]),
        history: History(runs: 100_000, spacing: .seconds(60), isMadeOnDemand: true), opening: .working(progress: 0.25))
}

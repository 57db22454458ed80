/// What comes of one item of a run: the same whenever it is asked for.
struct ItemOutcome: Sendable {
    var attempts: Int
    /// Seconds of the platform, over all attempts.
    var seconds: Double
    var failure: ItemFailure?
    /// How many items it adds to its run.
    var extends: Int
}

extension Plan {
    /// What comes of the item with that index in the run with those dice.
    func outcome(of index: Int, in run: Dice) -> ItemOutcome {
        var dice = run.fork(index)
        let isPage = isPage(index)
        let allowed = max(1, item(index)?.maximumAttempts ?? configuration.maximumAttempts ?? 3)
        let fails = !isPage && dice.chance(behaviour.failureRate)
        let attempts = fails ? allowed : dice.chance(0.06) ? min(2, allowed) : 1
        let seconds = dice.number(in: behaviour.itemSeconds) * Double(attempts)
        let failure = fails ? dice.one(ofWeighted: behaviour.failures) ?? .selectorTimeout : nil
        return ItemOutcome(
            attempts: attempts, seconds: seconds, failure: failure,
            extends: isPage ? (behaviour.growth?.perPage ?? 0) + 1 : 0)
    }

    /// The payload item with that index; nil where a run added it by itself.
    func item(_ index: Int) -> PayloadItem? {
        payload.indices.contains(index) ? payload[index] : nil
    }

    /// Whether the item is a list page that adds further items.
    func isPage(_ index: Int) -> Bool {
        guard let growth = behaviour.growth else { return false }
        return index < payload.count || index % (growth.perPage + 1) == 0
    }
}

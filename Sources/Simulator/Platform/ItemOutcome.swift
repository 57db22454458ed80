/// The outcome of one item of a run; always the same for the same item.
struct ItemOutcome: Sendable {
    var attempts: Int
    /// Seconds of the platform, over all attempts.
    var seconds: Double
    var failure: ItemFailure?
    /// The number of items that it adds to its run.
    var extends: Int
}

extension Plan {
    /// The outcome of the item with that index in the run with those dice.
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

    /// The payload item with that index; nil if the run added it.
    func item(_ index: Int) -> PayloadItem? {
        payload.indices.contains(index) ? payload[index] : nil
    }

    /// Whether the item is a list page that adds further items.
    func isPage(_ index: Int) -> Bool {
        guard let growth = behaviour.growth else { return false }
        return index < payload.count || index % (growth.perPage + 1) == 0
    }
}

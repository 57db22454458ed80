extension State {
    /// Returns the orders that tell somebody about problems, after a message was applied.
    mutating func alertOrders(after message: Message) -> [Effect] {
        guard !settings.isQuiet else { return [] }
        let profiles = [profile] + others
        if message.mayChangeProblems(on: page.kind) { alerts.observe(profiles, at: now) }
        return alerts.orders(profiles, at: now).map(Effect.terminal)
    }
}

extension Message {
    /// Whether the message may change the list of problems, so that most messages cost nothing.
    fileprivate func mayChangeProblems(on page: PageKind) -> Bool {
        switch self {
        case .jobsLoaded, .runsLoaded, .runLoaded: true
        case .keyPressed: page == .problems
        case .pasted, .focusChanged, .resized, .timePassed, .continued, .fetchProgressed, .linkRenewed, .fetchEnded, .read,
            .saved, .copied, .mouseUsed, .mouseSwitched, .actionAnswered, .actionNotRecorded:
            false
        }
    }
}

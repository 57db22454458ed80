import Intuned

/// What the core has ordered to keep of a project, and when it looks again.
struct SeenMemory: Equatable, Sendable {
    /// Seconds between two looks: the file is written at most so often.
    static let pause = 60.0

    /// What was ordered last; nil before the first order.
    private var ordered: [SeenJob]?
    /// The uptime of the last look at jobs.
    private var looked = -Double.infinity

    /// The jobs to keep if it is time to look, and if they have changed.
    mutating func take(_ records: Records, at now: Moment) -> [SeenJob]? {
        guard now.uptime - looked >= Self.pause, records.jobs != nil else { return nil }
        looked = now.uptime
        guard let jobs = changed(records) else { return nil }
        ordered = jobs
        return jobs
    }

    /// The jobs if they differ from what was ordered last; nil if they are the same or not known.
    func changed(_ records: Records) -> [SeenJob]? {
        guard let list = records.jobs else { return nil }
        let jobs = list.jobs.lazy.compactMap { SeenJob($0, runs: records.listings[$0.id]?.runs) }.prefix(SeenProject.mostJobs)
        let seen = Array(jobs)
        return seen == ordered ? nil : seen
    }
}

extension State {
    /// Orders to keep what was last seen of each profile, where it has changed.
    mutating func seenOrders() -> [Effect] {
        guard settings.keepsSeen else { return [] }
        var orders: [Effect] = []
        let now = now
        changeProfiles { profile in
            if let jobs = profile.seen.take(profile.records, at: now) { orders.append(.keepSeen(profile.id, jobs)) }
        }
        return orders
    }

    /// The same at leaving, whenever the last look was.
    var lastSeenOrders: [Effect] {
        guard settings.keepsSeen else { return [] }
        return ([profile] + others).compactMap { profile in
            profile.seen.changed(profile.records).map { .keepSeen(profile.id, $0) }
        }
    }
}

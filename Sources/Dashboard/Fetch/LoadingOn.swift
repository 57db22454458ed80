/// Loads the runs of a job down to the last, within the request budget, until the user stops it.
extension State {
    /// Requests a minute for further pages of one list.
    private static let pagesPerMinute = RequestBudget.perMinuteAndPath - RequestBudget.keptOnPath

    private var listOfRuns: RunsPage? {
        if case .runs(let page) = page { page } else { nil }
    }

    /// Whether there is more to load, or loading to stop.
    var canLoadOn: Bool {
        guard let page = listOfRuns else { return false }
        return records.listings[page.job]?.nextPage != nil
    }

    mutating func toggleLoadingOn() {
        guard let page = listOfRuns, let listing = records.listings[page.job] else { return }
        if listing.nextPage != nil {
            loadsOn = loadsOn == page.job ? nil : page.job
        } else {
            say(Wording.loadedAll(listing.runs.count, of: listing.totalCount ?? listing.runs.count), .plain)
        }
    }

    /// Ends the loading when its page is closed.
    mutating func stopLoadingUnlessShown() {
        guard let job = loadsOn else { return }
        let isOpen = stack.contains { page in
            if case .runs(let list) = page { list.job == job } else { false }
        }
        if !isOpen { loadsOn = nil }
    }

    /// How far the loading is.
    var loadingLine: String? {
        if let page = listOfRuns, let sought = page.sought { return Wording.seeking(sought, in: self) }
        guard let job = loadsOn, let listing = records.listings[job], listing.nextPage != nil else { return nil }
        let total = min(listing.totalCount ?? listing.runs.count, RunsListing.mostRows)
        let pages = (max(0, total - listing.runs.count) + RunsListing.pageSize - 1) / RunsListing.pageSize
        return Wording.loadingOn(
            listing.runs.count, of: listing.totalCount ?? listing.runs.count,
            minutes: (pages + Self.pagesPerMinute - 1) / Self.pagesPerMinute)
    }

    /// Whether there are runs that a mark of all would mark.
    var canMarkShown: Bool {
        if case .jobs(let page) = page { return !page.shown.ids.isEmpty }
        return listOfRuns?.shown.ids.isEmpty == false
    }

    /// Marks all runs that the filter shows.
    mutating func markShown() {
        guard let page = listOfRuns else { return }
        let marked = Set(marks)
        marks += page.shown.ids.filter { !ShownRuns.isGap($0) }.map { RunKey(profile: page.profile, job: page.job, run: $0) }
            .filter { !marked.contains($0) }
    }
}

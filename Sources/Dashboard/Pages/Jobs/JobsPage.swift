import Intuned

/// The list of the project's jobs, what needs a person first.
package struct JobsPage: Hashable, Sendable {
    /// The selected job and the scroll position.
    package internal(set) var cursor = ListCursor<String>()
    /// The words that rows must hold.
    package internal(set) var filter = Filter()
    /// Whether the user has chosen a row, which the selection then sticks to.
    private var isTouched = false

    /// Creates the page with the first job selected.
    package init() {}

    /// The rows that are shown, in order.
    func rows(in state: State) -> [JobRow] {
        let rows = (state.records.jobs?.jobs ?? []).map { job in
            let topic = Topic.newestRuns(job: job.id)
            return JobRow(
                job: job, runs: state.records.listings[job.id]?.runs, failure: state.polling.track(topic).failure)
        }
        // The order is asked for several times with each message, so each row is judged once and not once a comparison.
        return rows.filter { filter.isEmpty || filter.matches($0.searchable) }
            .map { (attention: $0.attention, row: $0) }
            .sorted { ($0.attention, $0.row.job.id) < ($1.attention, $1.row.job.id) }
            .map(\.row)
    }

    /// The selected job's id.
    func selected(in state: State) -> String? {
        guard state.records.jobs != nil else { return nil }
        return cursor.selected.flatMap { id in rows(in: state).contains { $0.job.id == id } ? id : nil }
    }

    /// The list is asked for less often than a run: it changes when somebody changes a job.
    func focus(in state: State) -> Want { Want(.jobs, every: state.polling.interval * 5) }

    /// The jobs, then the runs of those on the screen, then once those of all others, since order depends on them.
    func wants(in state: State) -> [Want] {
        let visible = onScreen(in: state).map { row in
            let interval = state.polling.interval
            return Want(.newestRuns(job: row.job.id), every: row.isBehind ? interval : interval * (row.active == nil ? 20 : 5))
        }
        let others = (state.records.jobs?.jobs ?? []).map { Want(.newestRuns(job: $0.id), every: state.polling.interval * 40) }
        return [focus(in: state)] + visible + others
    }

    /// The failures of all rows on the screen; none while the runs of one job at least can be read.
    func agesOfRuns(in state: State) -> [DataAge] {
        // Nearly always, and then the rows need not be put into their order for it.
        guard state.polling.isAnyFailing else { return [] }
        let topics = onScreen(in: state).map { Topic.newestRuns(job: $0.job.id) }
        guard topics.allSatisfy({ state.polling.track($0).failure != nil }) else { return [] }
        return topics.map { state.polling.age(of: Want($0, every: nil), at: state.now) }
    }

    private func onScreen(in state: State) -> [JobRow] {
        Array(rows(in: state).dropFirst(cursor.top).prefix(JobsView.listHeight(in: state)))
    }

    /// While the order is still coming in and nobody has moved, the first row is selected, whichever that is.
    mutating func settle(in state: State) {
        guard let jobs = state.records.jobs else { return }
        if !isTouched, jobs.jobs.contains(where: { state.records.listings[$0.id] == nil }) { cursor = ListCursor() }
        cursor.settle(in: rows(in: state).map(\.job.id), height: JobsView.listHeight(in: state))
    }

    mutating func move(_ command: Command, in state: State) {
        isTouched = true
        _ = cursor.perform(command, in: rows(in: state).map(\.job.id), height: JobsView.listHeight(in: state))
    }
}

extension JobRow {
    /// The texts that a filter looks in.
    var searchable: [String] {
        [
            job.id, job.state.raw, job.reason?.type.raw ?? "", runs?.first?.status.raw ?? "",
            runs?.first?.reason?.type?.raw ?? "", job.payload.map(\.apiName).joined(separator: " "),
        ]
    }
}

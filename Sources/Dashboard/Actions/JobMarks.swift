/// The marked jobs, for actions on several.
extension State {
    /// The marked jobs of the list of jobs that its filter shows, in the order in which they were marked.
    var markedJobs: [String] {
        guard case .jobs(let page) = page, !jobMarks.isEmpty else { return [] }
        let shown = Set(page.shown.ids)
        return jobMarks.filter(shown.contains)
    }

    /// Marks or unmarks the selected job and moves to the next row.
    mutating func toggleJobMark() {
        guard case .jobs(let page) = page, let job = page.selected else { return }
        if let place = jobMarks.firstIndex(of: job) { jobMarks.remove(at: place) } else { jobMarks.append(job) }
        changePage { $0.move(.down, in: $1) }
    }

    /// Marks all jobs that the filter shows.
    mutating func markShownJobs() {
        guard case .jobs(let page) = page else { return }
        jobMarks += page.shown.ids.filter { !jobMarks.contains($0) }
    }

    /// Whether the page has marks.
    var hasMarks: Bool { !marked.isEmpty || !markedJobs.isEmpty }
}

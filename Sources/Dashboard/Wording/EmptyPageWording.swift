import TextScreen

/// The text of a page that has nothing to show.
extension Wording {
    /// The project has no jobs.
    static func noJobs(in project: String) -> String {
        "\(project) has no jobs yet. Create one in the web dashboard, the CLI or the API."
    }

    /// The filter hides every job.
    static func noJobMatches(_ filter: String) -> String {
        "No job matches \u{201C}\(filter)\u{201D}. Esc clears the filter."
    }

    /// The job has no runs, or none that can be read.
    static func noRuns(of job: String, areUnreadable: Bool) -> String {
        areUnreadable ? "No run can be read." : "\(job) has no runs. It never ran, or its runs are older than 7 or 30 days."
    }

    /// The filter hides every loaded run.
    static func noRunMatches(_ filter: String) -> String {
        "No loaded run matches \u{201C}\(filter)\u{201D}. Esc clears the filter."
    }

    /// The results file holds no items.
    static func noItems(in path: String) -> String { "No items in \(path)" }

    /// The conditions hide every item.
    static let noItemMatches = "No item matches. Esc clears the filter; a and A show other items."

    /// No item failed, as far as the file was read.
    static func noFailures(isFinal: Bool) -> String { isFinal ? "No item failed." : "No item has failed yet." }

    /// Rows are being read.
    static func readingItems(_ charset: Charset) -> String { "Reading items\(Glyphs(charset).ellipsis)" }

    /// One row is being read.
    static func readingRow(_ row: Int, _ charset: Charset) -> String {
        "Reading row \(number(row + 1))\(Glyphs(charset).ellipsis)"
    }

    /// A row cannot be read; the excerpt is its beginning.
    static func unreadableRow(_ error: String, excerpt: String?) -> String {
        error + (excerpt.map { " It starts with: \($0)" } ?? "")
    }

    /// A request was sent, and nothing is known yet.
    static func asking(_ host: String, _ charset: Charset) -> String { "Asking \(host)\(Glyphs(charset).ellipsis)" }

    /// Requests fail, and nothing is known yet.
    static let noAnswerYet = "No answer yet. The reason is below."

    /// The terminal has too few columns or rows.
    static func tooSmall(_ size: Size, needs least: Size) -> String {
        "jobtop needs \(least.columns)x\(least.rows), this terminal is \(size.columns)x\(size.rows)"
    }
}

import Intuned
import TextScreen

/// The outcomes of a job's latest runs, one sign per run, the newest on the right.
enum RunStrip {
    /// The number of runs shown.
    static let width = 20

    static func spans(_ row: JobRow, _ charset: Charset) -> [Span] {
        guard let runs = row.runs else { return [Span(row.failure.map { Wording.headline($0.error) } ?? "", .muted)] }
        let newest = runs.prefix(width).reversed()
        let blank = Span(String(repeating: " ", count: width - newest.count))
        return [blank]
            + newest.map { run in
                let standing = Standing(of: run)
                return Span(String(standing.mark(charset)), row.role(standing.role))
            }
    }
}

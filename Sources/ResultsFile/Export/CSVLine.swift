import FoundationEssentials

/// The columns of a csv export, and a row as a line of csv (RFC 4180).
enum CSVLine {
    static let columns = [
        "row", "line", "outcome", "api", "run_id", "started_at", "duration_ms", "attempts", "error_code", "error_message",
        "reason", "parameters", "output",
    ]

    /// The header, including its line end.
    static let header = columns.joined(separator: ",") + "\r\n"

    /// A row, including its line end; rows are counted from 1, as on the screen.
    static func text(_ row: ResultsRow) -> String {
        let started = row.startedAt.map { $0.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)) }
        let cells = [
            "\(row.index + 1)", "\(row.line)", word(row.outcome), row.apiName, row.runID, started,
            row.duration.map { "\(Int(($0 * 1_000).rounded()))" }, row.attempts.map { "\($0)" }, row.errorCode,
            row.errorMessage, row.reason, row.parameters, row.output,
        ]
        return cells.map { cell($0 ?? "") }.joined(separator: ",") + "\r\n"
    }

    /// Characters with which a spreadsheet begins a formula (OWASP, CSV injection), including wide ones.
    private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
    /// Characters that require quotes; spreadsheets in some countries separate by semicolons or tabs.
    private static let quoted = Array(",;\t\"\r\n".utf8)

    /// A cell that a spreadsheet cannot take for a formula, quoted if necessary.
    static func cell(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map(formulaStarts.contains) ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.utf8.contains(where: quoted.contains) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static func word(_ outcome: ItemOutcome) -> String {
        switch outcome {
        case .ok: "ok"
        case .failed: "failed"
        case .canceled: "canceled"
        case .broken: "broken"
        case .unknown: ""
        }
    }
}

/// The form of a command's results.
enum OutputFormat: Hashable, Sendable {
    /// Aligned columns for people, at most so many columns wide.
    case columns(width: Int)
    /// Values separated by tabs, below a line with the names of the fields.
    case tabs
    /// One JSON document.
    case document
    /// One JSON object a line.
    case lines

    /// Whether a program reads the results as JSON, and so the error too.
    var isJSON: Bool {
        switch self {
        case .document, .lines: true
        case .columns, .tabs: false
        }
    }
}

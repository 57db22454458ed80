import ArgumentParser
import TextScreen

/// The size of a snapshot, as `COLUMNSxROWS`.
struct SnapshotSize: Hashable, Sendable, ExpressibleByArgument {
    static let (columns, rows) = (20...500, 5...200)

    var size: Size

    /// Columns and rows without an option.
    static let standard = SnapshotSize(size: Size(columns: 120, rows: 40))

    /// Whether a screen of this size can be drawn.
    var isPossible: Bool { Self.columns.contains(size.columns) && Self.rows.contains(size.rows) }

    var defaultValueDescription: String { "\(size.columns)x\(size.rows)" }
}

extension SnapshotSize {
    init?(argument: String) {
        let parts = argument.split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]) else { return nil }
        self.init(size: Size(columns: columns, rows: rows))
    }
}

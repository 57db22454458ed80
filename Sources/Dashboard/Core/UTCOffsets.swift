package import FoundationEssentials

/// The local time zone as a table, so that the core can format a time of day without asking the system.
package struct UTCOffsets: Hashable, Sendable {
    /// An offset that holds from one instant until the next entry's.
    package struct Entry: Hashable, Sendable {
        /// The first instant at which the offset holds.
        package var from: Date
        /// Seconds east of UTC.
        package var seconds: Int

        /// Creates an entry.
        package init(from: Date, seconds: Int) {
            self.from = from
            self.seconds = seconds
        }
    }

    private let entries: [Entry]

    /// Creates the table from entries in order of time; the first one also holds for all earlier instants.
    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// A zone whose offset never changes.
    package static func fixed(_ seconds: Int) -> UTCOffsets {
        UTCOffsets([Entry(from: .distantPast, seconds: seconds)])
    }

    /// Seconds east of UTC at an instant; 0 when the table is empty.
    package func offset(at instant: Date) -> Int {
        (entries.last { $0.from <= instant } ?? entries.first)?.seconds ?? 0
    }
}

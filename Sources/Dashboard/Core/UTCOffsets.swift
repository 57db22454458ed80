package import FoundationEssentials

/// The local time zone as a table, so that the core can word a time of day without asking the system.
package struct UTCOffsets: Hashable, Sendable {
    /// The offset that holds from one instant to the next entry's.
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

    /// Creates the table; entries are in order of time and the first one holds for all earlier instants too.
    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// A zone without changes of its offset.
    package static func fixed(_ seconds: Int) -> UTCOffsets {
        UTCOffsets([Entry(from: .distantPast, seconds: seconds)])
    }

    /// Seconds east of UTC at an instant; 0 when the table is empty.
    package func offset(at instant: Date) -> Int {
        (entries.last { $0.from <= instant } ?? entries.first)?.seconds ?? 0
    }
}

import FoundationEssentials
import Intuned

/// A row of a long list that the user wants to go to, which may not be loaded yet.
enum SoughtRow: Hashable, Sendable {
    /// The run at this place, the newest being 0.
    case place(Int)
    /// The newest run that had started by this time.
    case time(Date)

    /// What is known of where it is.
    enum Finding: Hashable {
        /// The row.
        case row(Int)
        /// It is not loaded: the run at this place is to be loaded next.
        case load(place: Int)
    }

    /// Looks for it among the rows that are loaded.
    func finding(in shown: ShownRuns, total: Int) -> Finding {
        switch self {
        case .place(let place):
            let place = min(max(0, place), max(0, total - 1))
            return shown.row(ofPlace: place).map { .row($0) } ?? .load(place: place)
        case .time(let time): return finding(of: time, in: shown, total: total)
        }
    }

    /// Lists are in the order of time, so the place lies between the nearest loaded runs on either side.
    private func finding(of time: Date, in shown: ShownRuns, total: Int) -> Finding {
        var newer: (row: Int, place: Int, time: Date)?
        var older: (row: Int, place: Int, time: Date)?
        for (row, shownRow) in shown.rows.enumerated() {
            guard let start = shownRow.run?.begunOrStarted else { continue }
            if start > time {
                newer = (row, shown.place(ofRow: row), start)
            } else {
                older = (row, shown.place(ofRow: row), start)
                break
            }
        }
        let upper = older?.place ?? total
        let lower = newer?.place ?? -1
        if let older, older.place - lower <= 1 || older.row - (newer?.row ?? -1) == 1 { return .row(older.row) }
        if upper - lower <= 1 { return .row(newer?.row ?? 0) }
        return .load(place: Self.probe(time, newer.map { ($0.place, $0.time) }, older.map { ($0.place, $0.time) }, lower, upper))
    }

    /// A place between two, by how far the time lies between theirs; at a distance from both, so that each probe helps.
    private static func probe(
        _ time: Date, _ newer: (place: Int, time: Date)?, _ older: (place: Int, time: Date)?, _ lower: Int, _ upper: Int
    ) -> Int {
        let middle = lower + (upper - lower) / 2
        guard let newer, let older else {
            // Nothing older is loaded: the last page tells how far the list goes back.
            return older == nil ? upper - 1 : middle
        }
        let span = newer.time.timeIntervalSince(older.time)
        guard span > 0 else { return middle }
        let share = newer.time.timeIntervalSince(time) / span
        return min(max(lower + 1, lower + Int(share * Double(upper - lower))), upper - 1)
    }
}

extension JobRun {
    /// The time by which the list is ordered, as far as a row shows it.
    fileprivate var begunOrStarted: Date? { (createdAt ?? startTime)?.date }
}

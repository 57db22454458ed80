import Dashboard
import FoundationEssentials
import Glibc

extension UTCOffsets {
    /// The local time zone from a year ago to ten years ahead, read with localtime_r(3).
    ///
    /// Foundation's own implementation needs data that a small program does not carry.
    static func local(around now: Date) -> UTCOffsets {
        let day = 86400.0
        let first = now.addingTimeInterval(-366 * day)
        var entries = [Entry(from: .distantPast, seconds: offset(at: first))]
        for step in 1...(366 * 11) {
            let date = first.addingTimeInterval(Double(step) * day)
            let seconds = offset(at: date)
            guard seconds != entries.last?.seconds else { continue }
            entries.append(Entry(from: change(after: date.addingTimeInterval(-day), to: seconds), seconds: seconds))
        }
        return UTCOffsets(entries)
    }

    /// The second at which an offset takes effect, within the day after a date.
    private static func change(after date: Date, to seconds: Int) -> Date {
        var (early, late) = (0, 86400)
        while late - early > 1 {
            let middle = (early + late) / 2
            if offset(at: date.addingTimeInterval(Double(middle))) == seconds { late = middle } else { early = middle }
        }
        return date.addingTimeInterval(Double(late))
    }

    private static func offset(at date: Date) -> Int {
        var seconds = time_t(date.timeIntervalSince1970)
        var local = tm()
        return localtime_r(&seconds, &local) == nil ? 0 : local.tm_gmtoff
    }
}

import Dashboard
import Glibc
import Synchronization

/// How fast a transfer goes, told a few times a second and no more.
final class Pace: Sendable {
    private static let interval = 0.25

    private struct Mark {
        var time: Double
        var bytes: Int
        var rate: Double?
    }

    private let last: Mutex<Mark>
    private let promised: Int?

    /// Begins to measure, at so many bytes that were there before.
    init(already: Int, total: Int?) {
        last = Mutex(Mark(time: Moment.now.uptime, bytes: already, rate: nil))
        promised = total
    }

    /// The progress to report; nil when the last report is too young.
    func progress(at bytes: Int, total: Int?) -> FetchProgress? {
        let now = Moment.now.uptime
        return last.withLock { mark in
            let elapsed = now - mark.time
            guard elapsed >= Self.interval else { return nil }
            let rate = Double(bytes - mark.bytes) / elapsed
            let smooth = mark.rate.map { $0 * 0.7 + rate * 0.3 } ?? rate
            mark = Mark(time: now, bytes: bytes, rate: smooth)
            return FetchProgress(received: bytes, total: total ?? promised, rate: smooth)
        }
    }
}

import Dashboard
import Glibc
import Synchronization

/// How fast a transfer goes, told with its first bytes and then a few times a second and no more.
final class TransferRate: Sendable {
    private static let interval = 0.25

    private struct Mark {
        var time: Double
        var bytes: Int
        var rate: Double?
        var isTold = false
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
            let rate = elapsed > 0 ? Double(max(0, bytes - mark.bytes)) / elapsed : nil
            guard elapsed >= Self.interval else {
                // More may not come for long, and until it does nobody else says that something is there.
                guard !mark.isTold, bytes != mark.bytes else { return nil }
                mark.isTold = true
                return FetchProgress(received: bytes, total: total ?? promised, rate: rate)
            }
            let smooth = mark.rate.flatMap { last in rate.map { last * 0.7 + $0 * 0.3 } } ?? rate
            mark = Mark(time: now, bytes: bytes, rate: smooth, isTold: true)
            return FetchProgress(received: bytes, total: total ?? promised, rate: smooth)
        }
    }
}

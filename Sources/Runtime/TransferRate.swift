import Dashboard
import Glibc
import Synchronization

/// Measures the speed of a transfer; reports with its first bytes and then a few times per second.
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

    /// Starts to measure, with the number of bytes that already exist.
    init(already: Int, total: Int?) {
        last = Mutex(Mark(time: Moment.now.uptime, bytes: already, rate: nil))
        promised = total
    }

    /// The progress to report; nil if the last report is too recent.
    func progress(at bytes: Int, total: Int?) -> FetchProgress? {
        let now = Moment.now.uptime
        return last.withLock { mark in
            let elapsed = now - mark.time
            let rate = elapsed > 0 ? Double(max(0, bytes - mark.bytes)) / elapsed : nil
            guard elapsed >= Self.interval else {
                // The first bytes are reported at once: the next may take long, and nothing else reports that bytes exist.
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

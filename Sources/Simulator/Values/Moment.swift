internal import Glibc

/// A point in time, in whole milliseconds since 1970 (UTC).
package struct Moment: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package var milliseconds: Int64

    /// Creates the moment this many milliseconds after 1970-01-01T00:00:00Z.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The current time of the machine's clock.
    package static func now() -> Moment {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// Orders by time, the earlier one first.
    package static func < (earlier: Moment, later: Moment) -> Bool {
        earlier.milliseconds < later.milliseconds
    }

    /// The moment after a span, to the millisecond.
    package static func + (moment: Moment, span: Duration) -> Moment {
        Moment(milliseconds: moment.milliseconds + span.wholeMilliseconds)
    }

    /// The moment before a span, to the millisecond.
    package static func - (moment: Moment, span: Duration) -> Moment {
        Moment(milliseconds: moment.milliseconds - span.wholeMilliseconds)
    }

    /// The span from the right moment to the left one.
    package static func - (later: Moment, earlier: Moment) -> Duration {
        .milliseconds(later.milliseconds - earlier.milliseconds)
    }
}

extension Duration {
    /// The span, truncated to whole milliseconds.
    var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}

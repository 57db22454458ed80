import Dashboard
import FoundationEssentials
import Runtime

/// When something was known: the arrival of the answer that says it.
struct KnownTime: Hashable, Sendable {
    /// When the answer arrived, by this machine's clocks.
    var arrived: Moment
    /// When the platform sent it, by its own clock; nil if it does not say.
    var served: Date?

    /// The time up to which the data is true, by the platform's clock if it tells the time.
    var date: Date { served ?? arrived.wall }

    /// Seconds since the answer arrived.
    func age(at now: Moment = .now) -> Double { arrived.seconds(until: now) }
}

/// A row that says when its data was known.
protocol KnownRow: Sendable {
    var known: KnownTime { get }
}

/// An answer of the platform and when it was known.
struct Known<Value: Sendable>: Sendable {
    var value: Value
    var time: KnownTime
}

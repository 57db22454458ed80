/// The middle of a set of numbers and the range in which four of five of them lie.
package struct Spread: Hashable, Sendable {
    /// Half of the numbers are smaller.
    package var median: Double
    /// One in ten is smaller.
    package var low: Double
    /// One in ten is larger.
    package var high: Double

    /// Creates a spread of known values.
    package init(median: Double, low: Double, high: Double) {
        (self.median, self.low, self.high) = (median, low, high)
    }

    /// Measures numbers; nil when there are none.
    package init?(of numbers: some Sequence<Double>) {
        let sorted = numbers.filter(\.isFinite).sorted()
        guard !sorted.isEmpty else { return nil }
        func quantile(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let below = Int(place.rounded(.down))
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
        }
        self.init(median: quantile(0.5), low: quantile(0.1), high: quantile(0.9))
    }
}

import Query

/// The time that a handover is about, as people type it.
package enum HandoverSpan {
    /// The longest time, in seconds: 90 days.
    package static let longest = 90 * 86_400.0

    /// The seconds of `30m`, `8h`, `1h30m`, `1.5d` or `2w`; nil for anything else, for nothing and for more than `longest`.
    package static func seconds(_ text: String) -> Double? {
        guard let amount = Amount(text), amount.unit == .seconds, amount.value > 0, amount.value <= longest else { return nil }
        return amount.value
    }
}

/// A length of time as people type it: a number and a unit.
package enum TimeSpan {
    /// The longest length of time, in seconds: 90 days.
    package static let longest = 90 * 86_400.0

    /// The seconds of `90s`, `30m`, `8h`, `1.5d` or `2w`; nil for anything else, for nothing and for more than `longest`.
    package static func seconds(_ text: String) -> Double? {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
        guard let unit = text.last.flatMap({ units[$0] }), text.first?.isNumber == true,
            let number = Double(text.dropLast()), number > 0, number * unit <= longest
        else { return nil }
        return number * unit
    }
}

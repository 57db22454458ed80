/// Facts in words: besides the executable, the only place with text for users.
package enum Wording {
    /// A number with a thousands separator: `1,000`.
    package static func number(_ value: Int) -> String {
        guard value.magnitude >= 1000 else { return String(value) }
        let digits = String(value.magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return value < 0 ? "-" + text : text
    }

    /// A count with its noun: `1 item`, `2 items`.
    package static func count(_ value: Int, _ noun: String) -> String {
        "\(number(value)) \(noun)\(value == 1 ? "" : "s")"
    }

    /// An age in its largest unit, for columns: `3s`, `12m`, `2h`, `5d`.
    package static func age(_ seconds: Double) -> String {
        let seconds = Int(max(0, min(seconds, 1e12)))
        return switch seconds {
        case ..<60: "\(seconds)s"
        case ..<3600: "\(seconds / 60)m"
        case ..<172_800: "\(seconds / 3600)h"
        default: "\(seconds / 86400)d"
        }
    }

    /// An age in its largest unit from a minute on, for what need not be counted by the second: `<1m`, `12m`, `2h`, `5d`.
    package static func roughAge(_ seconds: Double) -> String { seconds < 60 ? "<1m" : age(seconds) }

    /// A duration without seconds: `<1m`, `12m`, `2h 5m`, `3d 4h`.
    package static func roughDuration(_ seconds: Double) -> String { seconds < 3600 ? roughAge(seconds) : duration(seconds) }

    /// The upper bounds of ages that a header counts in steps, in seconds.
    private static let steps = [5.0, 10, 20, 30]

    /// An age as an upper bound, so that the header does not change every second and nothing is older than it says: `<5s`,
    /// `<30s`, `<1m`; from a minute on, the largest unit.
    package static func steppedAge(_ seconds: Double) -> String {
        steps.first { seconds < $0 }.map { "<\(Int($0))s" } ?? roughAge(seconds)
    }

    /// A duration in its two largest units: `3s`, `12m 31s`, `2h 5m`, `3d 4h`.
    package static func duration(_ seconds: Double) -> String {
        let seconds = Int(max(0, min(seconds, 1e12)))
        let units = [(86400, "d"), (3600, "h"), (60, "m"), (1, "s")]
        guard let first = units.firstIndex(where: { seconds >= $0.0 }) else { return "0s" }
        let head = "\(seconds / units[first].0)\(units[first].1)"
        guard first + 1 < units.count else { return head }
        let rest = seconds % units[first].0 / units[first + 1].0
        return rest == 0 ? head : "\(head) \(rest)\(units[first + 1].1)"
    }

    /// A size in bytes, in decimal units as on disk labels and in ls --si: `512 B`, `1.2 MB`.
    ///
    /// The platform may report any number; a number too large for every unit is not a size.
    package static func size(_ bytes: Double) -> String {
        guard bytes >= 0, bytes < 999.95e18 else { return "unknown size" }
        if bytes < 1000 { return "\(Int(bytes)) B" }
        var value = bytes
        var unit = 0
        let units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"]
        while value >= 999.95 && unit < units.count - 1 {
            value /= 1000
            unit += 1
        }
        return "\(tenths(value)) \(units[unit])"
    }

    /// A share in whole percent, rounded down, so that only a complete share is 100 %.
    package static func percent(_ part: Int, of whole: Int) -> String {
        whole <= 0 ? "-" : "\(Int((Double(part) / Double(whole) * 100).rounded(.down))) %"
    }

    /// A number without an unnecessary fraction: `600`, `2.5`.
    package static func plain(_ value: Double) -> String {
        value.rounded() == value && abs(value) < 1e15 ? number(Int(value)) : "\(value)"
    }

    private static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}

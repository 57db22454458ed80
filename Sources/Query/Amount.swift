/// A number with the unit with which it was typed.
package struct Amount: Hashable, Sendable {
    /// What a number counts.
    package enum Unit: Hashable, Sendable {
        /// Things.
        case plain
        /// Hundredths of a whole.
        case percent
        /// Multiples of what is usual.
        case times
        /// Seconds.
        case seconds
    }

    /// The number: of percents, of multiples, of seconds, or of things.
    package let value: Double
    /// What it counts.
    package let unit: Unit
    /// As it was typed.
    let text: String

    private static let secondsPerUnit: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]

    /// Reads `12`, `1,000`, `0.5`, `5%`, `2x`, `90s`, `1h30m`, `3d`; nil when it is none of these.
    package init?(_ text: String) {
        self.text = text
        let plain = text.filter { $0 != "," }.lowercased()
        if let number = Self.number(plain) {
            (value, unit) = (number, .plain)
        } else if plain.hasSuffix("%"), let number = Self.number(plain.dropLast()) {
            (value, unit) = (number, .percent)
        } else if plain.hasSuffix("x"), let number = Self.number(plain.dropLast()) {
            (value, unit) = (number, .times)
        } else if let seconds = Self.seconds(plain) {
            (value, unit) = (seconds, .seconds)
        } else {
            return nil
        }
    }

    /// A number without the words that Double knows, such as `nan` and `0x1p3`.
    private static func number(_ text: some StringProtocol) -> Double? {
        guard text.contains(where: \.isNumber), text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }),
            let number = Double(text), number.isFinite
        else { return nil }
        return number
    }

    /// The sum of parts such as `1h30m`.
    private static func seconds(_ text: String) -> Double? {
        var (sum, digits) = (0.0, "")
        for character in text {
            if let factor = secondsPerUnit[character] {
                guard let number = number(digits) else { return nil }
                (sum, digits) = (sum + number * factor, "")
            } else {
                digits.append(character)
            }
        }
        return digits.isEmpty && !text.isEmpty ? sum : nil
    }
}

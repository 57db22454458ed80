import FoundationEssentials

/// Reads the forms in which timestamps come (RFC 3339, and PostgreSQL's output in ISO style).
struct TimestampReader {
    private var rest: Substring.UTF8View

    /// The moment that a text names; nil when it is in none of the forms.
    static func date(_ text: String) -> Date? {
        var reader = TimestampReader(rest: text[...].utf8)
        return reader.date()
    }

    private mutating func date() -> Date? {
        guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"), let day = number(digits: 2),
            take("T") || take("t") || take(" "),
            let hour = number(digits: 2), take(":"), let minute = number(digits: 2), take(":"), let second = number(digits: 2),
            let fraction = fraction(), let offset = offset(), rest.isEmpty
        else { return nil }
        let time = CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        return time.date?.addingTimeInterval(fraction - offset)
    }

    /// The part of a second after the point; 0 without one.
    private mutating func fraction() -> Double? {
        guard take(".") || take(",") else { return 0 }
        let digits = rest.prefix(while: Self.isDigit)
        rest = rest.dropFirst(digits.count)
        return digits.isEmpty ? nil : Double("0.\(Substring(digits))")
    }

    /// Seconds east of Greenwich; 0 without a zone.
    private mutating func offset() -> Double? {
        if rest.isEmpty || take("Z") || take("z") { return 0 }
        let sign: Double = take("-") ? -1 : 1
        guard sign < 0 || take("+"), let hours = number(digits: 2), hours < 24 else { return nil }
        guard !rest.isEmpty else { return sign * Double(hours * 3600) }
        _ = take(":")
        guard let minutes = number(digits: 2), minutes < 60 else { return nil }
        return sign * Double(hours * 3600 + minutes * 60)
    }

    private mutating func number(digits: Int) -> Int? {
        let text = rest.prefix(digits)
        guard text.count == digits, text.allSatisfy(Self.isDigit) else { return nil }
        rest = rest.dropFirst(digits)
        return Int(Substring(text))
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

import FoundationEssentials

/// Reads the formats of the platform's timestamps: RFC 3339, PostgreSQL's output in ISO style, Java's form of a whole minute
/// (`2024-01-01T00:00Z`), and what Go, Python and Ruby print (`2024-01-01 00:00:00 +0000 UTC`).
struct TimestampReader {
    private var rest: Substring.UTF8View

    /// The instant that a text names; nil if the text has none of the formats.
    static func date(_ text: String) -> Date? {
        var reader = TimestampReader(rest: text[...].utf8)
        return reader.date()
    }

    private mutating func date() -> Date? {
        guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"), let day = number(digits: 2),
            take("T") || take("t") || take(" "),
            let hour = number(digits: 2), take(":"), let minute = number(digits: 2), let (second, fraction) = seconds(),
            let offset = offset(), rest.isEmpty
        else { return nil }
        let time = CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        return time.date?.addingTimeInterval(fraction - offset)
    }

    /// The second and its fraction; 0 without them.
    private mutating func seconds() -> (Int, Double)? {
        guard take(":") else { return (0, 0) }
        guard let second = number(digits: 2), let fraction = fraction() else { return nil }
        return (second, fraction)
    }

    /// The fraction of a second; 0 if there is none.
    private mutating func fraction() -> Double? {
        guard take(".") || take(",") else { return 0 }
        let digits = rest.prefix(while: Self.isDigit)
        rest = rest.dropFirst(digits.count)
        return digits.isEmpty ? nil : Double("0.\(Substring(digits))")
    }

    /// Seconds east of Greenwich; 0 if there is no zone.
    private mutating func offset() -> Double? {
        if rest.isEmpty { return 0 }
        let isApart = take(" ")
        if take("Z") || take("z") || takeName() { return 0 }
        let sign: Double = take("-") ? -1 : 1
        guard sign < 0 || take("+"), let hours = number(digits: 2), hours < 24 else { return nil }
        var seconds = Double(hours * 3600)
        for unit in [60.0, 1] where !rest.isEmpty && rest.first != UInt8(ascii: " ") {
            _ = take(":")
            guard let number = number(digits: 2), number < 60 else { return nil }
            seconds += Double(number) * unit
        }
        // Go writes the zone's name after its offset.
        guard rest.isEmpty || isApart && take(" ") && takeName() else { return nil }
        return sign * seconds
    }

    /// Reads a zone's name without an offset, which server logs write in one of two ways.
    private mutating func takeName() -> Bool {
        guard let name = ["UTC", "GMT"].first(where: { rest.starts(with: $0.utf8) }) else { return false }
        rest = rest.dropFirst(name.utf8.count)
        return true
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

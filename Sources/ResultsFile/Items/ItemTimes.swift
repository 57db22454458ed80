/// When an item started and how long it took, in milliseconds.
struct ItemTimes: Equatable {
    /// Since 1970 (UTC).
    var started: Int64?
    var ended: Int64?
    var duration: Int64?

    init(_ parts: ItemParts, in json: JSONNodes) {
        started = parts.startedAt.flatMap { Self.milliseconds($0, json) }
        ended = parts.endedAt.flatMap { Self.milliseconds($0, json) }
        if let said = json.integer(parts.milliseconds) {
            duration = Int64(said)
        } else if let started, let ended, ended >= started {
            duration = ended - started
        }
    }

    private static func milliseconds(_ id: Int, _ json: JSONNodes) -> Int64? {
        guard json.kind(id) == .string else { return nil }
        return milliseconds(UnsafeBufferPointer(rebasing: json.text(id).dropFirst().dropLast()))
    }

    /// Reads `2026-03-01T10:20:30.123Z` in all the forms that occur (API.md section 5, row 25): with or without a fraction, `T` or
    /// a space, `Z`, `+hh`, `+hhmm`, `+hh:mm` or nothing, which means UTC.
    ///
    /// By hand, since this reads two timestamps a line and the ISO 8601 styles of Foundation cost more than all the rest.
    static func milliseconds(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard text.count >= 19, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"), text[13] == UInt8(ascii: ":"),
            text[16] == UInt8(ascii: ":"), text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: " "),
            let year = number(text, 0, 4), let month = number(text, 5, 2), let day = number(text, 8, 2),
            let hour = number(text, 11, 2), let minute = number(text, 14, 2), let second = number(text, 17, 2),
            (1...12).contains(month), (1...31).contains(day), hour <= 24, minute <= 59, second <= 60
        else { return nil }
        var position = 19
        let fraction = fraction(text, &position)
        guard let offset = zone(text, position) else { return nil }
        let seconds = ((days(year, month, day) * 24 + hour) * 60 + minute - offset) * 60 + second
        return seconds * 1_000 + fraction
    }

    private static func number(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int64? {
        guard start + count <= text.count else { return nil }
        var value: Int64 = 0
        for offset in start..<(start + count) {
            guard (0x30...0x39).contains(text[offset]) else { return nil }
            value = value * 10 + Int64(text[offset] - 0x30)
        }
        return value
    }

    private static func fraction(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Int64 {
        guard position < text.count, text[position] == UInt8(ascii: ".") || text[position] == UInt8(ascii: ",") else { return 0 }
        position += 1
        var milliseconds: Int64 = 0
        var weight: Int64 = 100
        while position < text.count, (0x30...0x39).contains(text[position]) {
            milliseconds += Int64(text[position] - 0x30) * weight
            weight /= 10
            position += 1
        }
        return milliseconds
    }

    /// Minutes ahead of UTC; nil for what is no zone.
    private static func zone(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int64? {
        let rest = text[position...]
        guard let sign = rest.first else { return 0 }
        if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return rest.count == 1 ? 0 : nil }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = number(text, position + 1, 2) else {
            return nil
        }
        let hasColon = rest.count == 6 && text[position + 3] == UInt8(ascii: ":")
        let minutes = rest.count == 3 ? 0 : number(text, position + (hasColon ? 4 : 3), 2)
        guard rest.count == 3 || rest.count == 5 || hasColon, let minutes else { return nil }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
    }

    /// Days since 1970-01-01 in the Gregorian calendar (the days_from_civil algorithm of Howard Hinnant).
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

/// Reads a time in one of many formats as milliseconds since 1970 (UTC).
///
/// Written by hand: it reads two timestamps per line, and the ISO 8601 styles of Foundation would cost more than everything else.
enum TimeText {
    /// Reads ISO 8601 (API.md section 5, row 25), the dates of mail and HTTP, and numbers since 1970; nil for anything else.
    static func milliseconds(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        iso8601(text) ?? sinceEpoch(text) ?? mail(text)
    }

    /// Reads `2026-03-01T10:20:30.123Z`, also as `20260301T102030Z`, with `T` or a space; time, seconds and fraction are
    /// optional.
    ///
    /// A zone may follow; without one the time is UTC. Java adds the zone's name in brackets, which is ignored.
    private static func iso8601(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        var scanner = TimeScanner(text)
        guard let year = scanner.number(4) else { return nil }
        let isExtended = scanner.skip("-")
        guard let month = scanner.number(2), !isExtended || scanner.skip("-"), let day = scanner.number(2),
            let days = days(year, month, day)
        else { return nil }
        // Eight digits alone are a number.
        if scanner.isAtEnd { return isExtended ? days * 86_400_000 : nil }
        guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
            let time = scanner.timeOfDay(isExtended: isExtended)
        else { return nil }
        _ = scanner.skip(" ")
        guard let offset = scanner.zone() else { return nil }
        return days * 86_400_000 + time - offset * 60_000
    }

    /// Reads `Sun, 1 Mar 2026 10:20:30 +0000` (RFC 5322, 3.3 and 4.3; RFC 9110, 5.6.7).
    ///
    /// The day of the week and the seconds are optional.
    private static func mail(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        var scanner = TimeScanner(text)
        if let name = scanner.word() {
            guard name.count == 3, scanner.skip(",") else { return nil }
            _ = scanner.skip(" ")
        }
        guard let day = scanner.number(2) ?? scanner.number(1), scanner.skip(" "), let month = month(scanner.word()),
            scanner.skip(" "), let year = scanner.number(4), scanner.skip(" "), let days = days(year, month, day),
            let time = scanner.timeOfDay(isExtended: true), scanner.skip(" "), !scanner.isAtEnd, let offset = scanner.zone()
        else { return nil }
        return days * 86_400_000 + time - offset * 60_000
    }

    /// Reads seconds, milliseconds, microseconds or nanoseconds since 1970, distinguished by their size.
    ///
    /// Each unit covers 1973 to 5138; smaller numbers are nil, since they count something else.
    static func sinceEpoch(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard text.count <= 32, let first = text.first, (0x30...0x39).contains(first),
            text.allSatisfy({ (0x30...0x39).contains($0) || [UInt8](".eE+-".utf8).contains($0) }),
            let value = Double(String(decoding: text, as: UTF8.self))
        else { return nil }
        switch value {
        case 1e8..<1e11: return Int64((value * 1_000).rounded())
        case 1e11..<1e14: return Int64(value.rounded())
        case 1e14..<1e17: return Int64((value / 1_000).rounded())
        case 1e17..<1e20: return Int64((value / 1_000_000).rounded())
        default: return nil
        }
    }

    private static func month(_ name: String?) -> Int64? {
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return name.flatMap { names.firstIndex(of: $0) }.map { Int64($0) + 1 }
    }

    /// Days since 1970-01-01 in the Gregorian calendar (days_from_civil algorithm of Howard Hinnant); nil for an invalid date.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64? {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

/// Reads the parts of a time from left to right; a missing part leaves the position unchanged.
struct TimeScanner {
    private let text: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    var isAtEnd: Bool { position >= text.count }

    /// A number with this many digits.
    mutating func number(_ count: Int) -> Int64? {
        guard position + count <= text.count else { return nil }
        var value: Int64 = 0
        for offset in position..<(position + count) {
            guard Self.isDigit(text[offset]) else { return nil }
            value = value * 10 + Int64(text[offset] - 0x30)
        }
        position += count
        return value
    }

    /// Skips a character if it is the next one.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < text.count, text[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Letters in lower case; at most nine.
    mutating func word() -> String? {
        let letters = text[position...].prefix(9).prefix { (0x41...0x5A).contains($0 & 0xDF) }
        guard !letters.isEmpty else { return nil }
        position += letters.count
        return String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
    }

    /// The milliseconds of `10:20:30.123`; seconds and fraction are optional.
    ///
    /// - Parameter isExtended: whether there are colons between the numbers.
    mutating func timeOfDay(isExtended: Bool) -> Int64? {
        guard let hour = number(2), !isExtended || skip(":"), let minute = number(2), hour <= 24, minute <= 59 else { return nil }
        var second: Int64 = 0
        if isExtended ? skip(":") : position < text.count && Self.isDigit(text[position]) {
            guard let number = number(2), number <= 60 else { return nil }
            second = number
        }
        return ((hour * 60 + minute) * 60 + second) * 1_000 + fraction()
    }

    private mutating func fraction() -> Int64 {
        guard skip(".") || skip(",") else { return 0 }
        var milliseconds: Int64 = 0
        var weight: Int64 = 100
        while position < text.count, Self.isDigit(text[position]) {
            milliseconds += Int64(text[position] - 0x30) * weight
            weight /= 10
            position += 1
        }
        return milliseconds
    }

    /// Minutes ahead of UTC, 0 if nothing follows; nil if the text is not a zone, or if anything but a bracketed name follows.
    mutating func zone() -> Int64? {
        if let name = word() {
            guard let minutes = Self.minutes(ahead: name) else { return nil }
            return isOver ? minutes : nil
        }
        if isAtEnd { return 0 }
        let isBehind = skip("-")
        guard isBehind || skip("+"), let hours = number(2) else { return nil }
        let hasColon = skip(":")
        let minutes = number(2)
        guard !hasColon || minutes != nil, isOver else { return nil }
        return (isBehind ? -1 : 1) * (hours * 60 + (minutes ?? 0))
    }

    private var isOver: Bool {
        isAtEnd || (text[position] == UInt8(ascii: "[") && text[text.count - 1] == UInt8(ascii: "]"))
    }

    /// The offset of a zone named in RFC 5322, 4.3, in minutes.
    private static func minutes(ahead name: String) -> Int64? {
        switch name {
        case "z", "utc", "gmt", "ut": 0
        case "edt": -4 * 60
        case "est", "cdt": -5 * 60
        case "cst", "mdt": -6 * 60
        case "mst", "pdt": -7 * 60
        case "pst": -8 * 60
        default: nil
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

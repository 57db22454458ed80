/// Splits a message into words, numbers, ids, links, paths and quotations.
struct MessageTokens {
    private let bytes: [UInt8]
    private var position = 0
    private var output: [UInt8] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The message with placeholders for the parts that differ between items, and single spaces for white space.
    mutating func normalized() -> String {
        while position < bytes.count {
            let byte = bytes[position]
            if ContentSniffer.isSpace(byte) {
                if output.last != UInt8(ascii: " "), !output.isEmpty { output.append(UInt8(ascii: " ")) }
                position += 1
            } else if let end = quotationEnd(byte) {
                replace(with: "<text>", upTo: end)
            } else if Self.isWord(byte) || byte == UInt8(ascii: "/") {
                takeWord()
            } else {
                output.append(byte)
                position += 1
            }
        }
        while output.last == UInt8(ascii: " ") { output.removeLast() }
        return String(decoding: output, as: UTF8.self)
    }

    private mutating func replace(with mark: StaticString, upTo end: Int) {
        output += Array("\(mark)".utf8)
        position = end
    }

    /// The end of a quotation that begins here; an apostrophe inside a word does not begin one.
    private func quotationEnd(_ byte: UInt8) -> Int? {
        guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") else { return nil }
        if position > 0, Self.isWord(bytes[position - 1]) { return nil }
        guard let end = bytes[(position + 1)...].firstIndex(of: byte) else { return nil }
        return end + 1
    }

    private mutating func takeWord() {
        if let end = linkEnd() { return replace(with: "<url>", upTo: end) }
        if let end = pathEnd() { return replace(with: "<path>", upTo: end) }
        var end = position
        while end < bytes.count, Self.isIDPart(bytes[end]) { end += 1 }
        guard end > position else {
            output.append(bytes[position])
            position += 1
            return
        }
        let word = bytes[position..<end]
        if Self.isID(word) { return replace(with: "<id>", upTo: end) }
        takeLettersAndNumbers(upTo: end)
    }

    /// The end of a link: `http://…` up to white space or a bracket.
    private func linkEnd() -> Int? {
        let scheme = bytes[position...].prefix { Self.isLetter($0) }
        let behind = scheme.endIndex
        guard !scheme.isEmpty, bytes[behind...].starts(with: Array("://".utf8)) else { return nil }
        return bytes[behind...].firstIndex { ContentSniffer.isSpace($0) || Self.closesLink($0) } ?? bytes.count
    }

    /// The end of a path such as `/home/user/file.ts:12`: at least two slashes, or one at the beginning followed by a name.
    private func pathEnd() -> Int? {
        let token = bytes[position...].prefix { Self.isIDPart($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }
        let slashes = token.count { $0 == UInt8(ascii: "/") }
        let isBehindWord = position > 0 && Self.isIDPart(bytes[position - 1])
        let isAbsolute = token.first == UInt8(ascii: "/") && token.count > 1 && !isBehindWord
        return isAbsolute || slashes >= 2 ? token.endIndex : nil
    }

    /// Copies a word with each group of digits as one number: `30000ms` and `#p-12` become `<number>ms` and `#p-<number>`.
    private mutating func takeLettersAndNumbers(upTo end: Int) {
        while position < end {
            guard Self.isDigit(bytes[position]) else {
                output.append(bytes[position])
                position += 1
                continue
            }
            var stop = position
            while stop < bytes.count, Self.isDigit(bytes[stop]) || Self.isDecimalPoint(bytes, stop) { stop += 1 }
            replace(with: "<number>", upTo: stop)
        }
    }

    /// Whether a word is a uuid, 8 or more hexadecimal digits, or a nano id: 16 or more capitals, small letters and digits mixed.
    private static func isID(_ word: ArraySlice<UInt8>) -> Bool {
        let digits = word.count { isDigit($0) }
        guard word.count >= 8, digits > 0 else { return false }
        let hasOnlyHex = word.allSatisfy { isHex($0) || $0 == UInt8(ascii: "-") }
        if hasOnlyHex, digits < word.count { return true }
        let hasCapitals = word.contains { (0x41...0x5A).contains($0) }
        let hasSmall = word.contains { (0x61...0x7A).contains($0) }
        return word.count >= 16 && hasCapitals && hasSmall
    }

    private static func isDecimalPoint(_ bytes: [UInt8], _ index: Int) -> Bool {
        (bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ","))
            && index + 1 < bytes.count && isDigit(bytes[index + 1])
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
    private static func isHex(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }
    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
    }
    private static func isIDPart(_ byte: UInt8) -> Bool { isWord(byte) || byte == UInt8(ascii: "-") }
    private static func closesLink(_ byte: UInt8) -> Bool {
        [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: ")"), UInt8(ascii: ">"), UInt8(ascii: "]")]
            .contains(byte)
    }
}

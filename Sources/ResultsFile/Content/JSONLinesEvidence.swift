/// Decides from the first lines of a file whether it has one JSON value per line.
struct JSONLinesEvidence {
    /// Whether the first line is a complete JSON value.
    let firstIsWhole: Bool
    /// Whether the first line holds a JSON value and the beginning of another one.
    let firstHoldsSeveral: Bool
    /// Whether anything but white space follows the first line.
    let hasSecond: Bool
    /// Whether the second nonblank line starts with an object, without indentation.
    let secondOpensObject: Bool

    /// - Parameters:
    ///   - head: the bytes from the first one that is not white space.
    ///   - lineEnd: the byte at which lines end.
    init(_ head: ArraySlice<UInt8>, isWhole: Bool, lineEnd: UInt8 = LineEnd.feed) {
        let first = head.prefix { $0 != lineEnd }
        let behind = head[first.endIndex...].drop { ContentSniffer.isSpace($0) }
        firstIsWhole = (try? JSONTree(Array(first))) != nil
        firstHoldsSeveral = !firstIsWhole && Self.holdsSeveral(Array(first))
        hasSecond = !behind.isEmpty
        secondOpensObject = behind.first == UInt8(ascii: "{") && head[behind.startIndex - 1] == lineEnd
    }

    private static func holdsSeveral(_ line: [UInt8]) -> Bool {
        var splitter = ValueSplitter(start: 0, line: 1, isArray: false)
        guard let value = line.withUnsafeBytes({ splitter.next(in: $0, from: 0) }),
            let next = line[Int(value.end)...].first(where: { !ContentSniffer.isSpace($0) }),
            next == UInt8(ascii: "{") || next == UInt8(ascii: "[")
        else { return false }
        return (try? JSONTree(Array(line[Int(value.start)..<Int(value.end)]))) != nil
    }

    /// Whether at least half of the first lines, and at least two, look like objects, and one of them is a valid one.
    static func mostLinesAreObjects(_ head: ArraySlice<UInt8>, isWhole: Bool, lineEnd: UInt8) -> Bool {
        var lines = head.split(separator: lineEnd, maxSplits: 50)
        if !isWhole || lines.count > 50 { lines = lines.dropLast() }
        let objects = lines.filter { $0.first == UInt8(ascii: "{") }
        guard objects.count >= 2 || (objects.count == 1 && lines.count <= 2), objects.count * 2 >= lines.count else {
            return false
        }
        return objects.contains { (try? JSONTree(Array($0))) != nil }
    }

    /// Whether any line begins like an object.
    static func aLineOpensObject(_ head: ArraySlice<UInt8>, lineEnd: UInt8) -> Bool {
        head.split(separator: lineEnd).contains { $0.first == UInt8(ascii: "{") }
    }
}

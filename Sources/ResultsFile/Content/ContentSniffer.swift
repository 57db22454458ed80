/// Detects a file's real format from its first bytes; the platform's `format` only decides unclear cases.
struct ContentSniffer {
    /// The number of bytes that are examined.
    static let headLength = 256 << 10

    private let head: [UInt8]
    private let isWhole: Bool
    private let hint: String
    private let start: Int
    private let lineEnd: UInt8

    /// - Parameters:
    ///   - head: the first bytes of the file.
    ///   - isWhole: whether they are the whole file.
    ///   - hint: the format reported by the platform.
    init(head: [UInt8], isWhole: Bool, hint: String?) {
        self.head = head
        self.isWhole = isWhole
        self.hint = hint?.lowercased() ?? ""
        start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        lineEnd = LineEnd.found(in: head, isWhole: isWhole)
    }

    func layout() -> RowLayout {
        var layout = layoutByContent()
        // Inside the quotes of a csv file, lines may end differently, so the csv layout sets its own line end.
        if case .csv = layout.shape { return layout }
        layout.lineEnd = lineEnd
        return layout
    }

    private func layoutByContent() -> RowLayout {
        guard let first = head[start...].firstIndex(where: { !Self.isSpace($0) }) else {
            return RowLayout(shape: isWhole ? .empty : .text, start: Int64(start))
        }
        switch head[first] {
        case UInt8(ascii: "{"): return objects(first)
        case UInt8(ascii: "["): return array(first)
        default: return other()
        }
    }

    private func objects(_ first: Int) -> RowLayout {
        let lines = JSONLinesEvidence(head[first...], isWhole: isWhole, lineEnd: lineEnd)
        let asLines = RowLayout(shape: .jsonLines, start: Int64(start))
        if lines.firstIsWhole && lines.hasSecond { return asLines }
        // If each line holds several values, the file stays split by lines: a broken line then affects no other line.
        if lines.firstHoldsSeveral, !lines.secondOpensObject {
            return RowLayout(shape: .jsonValues, start: Int64(first), line: lineNumber(at: first))
        }
        if lines.firstHoldsSeveral { return asLines }
        // One line longer than the head: only its beginning is visible.
        if hint == "jsonl", !isWhole, !lines.hasSecond { return asLines }
        if let array = ItemArray(in: head, from: first) {
            return RowLayout(
                shape: .jsonArray(name: array.name), start: Int64(array.start), line: lineNumber(at: array.start))
        }
        // If the first line is broken, the following lines decide.
        let areMost = JSONLinesEvidence.mostLinesAreObjects(head[first...], isWhole: isWhole, lineEnd: lineEnd)
        if lines.secondOpensObject || areMost || !lines.hasSecond { return asLines }
        return RowLayout(shape: .jsonValues, start: Int64(first), line: lineNumber(at: first))
    }

    private func array(_ first: Int) -> RowLayout {
        let lines = JSONLinesEvidence(head[first...], isWhole: isWhole, lineEnd: lineEnd)
        if lines.firstIsWhole, lines.hasSecond { return RowLayout(shape: .jsonLines, start: Int64(start)) }
        return RowLayout(shape: .jsonArray(name: nil), start: Int64(first) + 1, line: lineNumber(at: first))
    }

    private func other() -> RowLayout {
        let asLines = RowLayout(shape: .jsonLines, start: Int64(start))
        // Lines that are broken at first may be fine further down, so the majority decides.
        if JSONLinesEvidence.mostLinesAreObjects(head[start...], isWhole: isWhole, lineEnd: lineEnd) { return asLines }
        guard Self.isText(head, isWhole: isWhole) else { return RowLayout(shape: .binary, start: 0) }
        if let csv = CSVEvidence(head[start...], isWhole: isWhole, isExpected: hint == "csv") {
            return RowLayout(
                shape: .csv(separator: csv.table.separator), start: Int64(start + csv.headerLength), line: 1 + csv.headerLines,
                format: .csv(csv.table), lineEnd: csv.lineEnd, headings: csv.headings)
        }
        // A proxy's page in place of results has no line that could be an item.
        if hint == "jsonl", JSONLinesEvidence.aLineOpensObject(head[start...], lineEnd: lineEnd) { return asLines }
        return RowLayout(shape: .text, start: Int64(start))
    }

    private func lineNumber(at offset: Int) -> Int { 1 + head[..<offset].count { $0 == lineEnd } }

    /// Whether a byte is white space in JSON (RFC 8259, 2) or the record separator of a JSON text sequence (RFC 7464, 2.2).
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x1E
    }

    /// Whether bytes are UTF-8 without control characters that text never contains; a character cut off at the end is allowed.
    static func isText(_ bytes: [UInt8], isWhole: Bool) -> Bool {
        if bytes.contains(where: { $0 < 0x20 && !isSpace($0) && $0 != 0x1B && $0 != 0x0C && $0 != 0x08 }) { return false }
        let cut = isWhole ? 0 : bytes.suffix(3).reversed().prefix { $0 & 0xC0 != 0x00 && $0 & 0xC0 != 0x40 }.count
        return String(validating: bytes.dropLast(cut), as: UTF8.self) != nil
    }
}

/// Joins the parts of an archive to one text: keeps lines separate, and keeps only the first csv header.
struct PartJoint {
    /// The byte order mark of the first part.
    private let mark: [UInt8]
    /// The csv header of the first part, with its line end.
    private let header: [UInt8]
    private let lineEnd: [UInt8]
    /// Whether the parts are JSON arrays; an array that fills a line would be taken for a row.
    private let isArrays: Bool

    /// Reads the beginning of the first part.
    ///
    /// - Parameters:
    ///   - isWhole: whether this is the whole part.
    ///   - ending: the extension of its name.
    init(_ head: [UInt8], isWhole: Bool, ending: String) {
        let encoding = ByteOrderMark(head)
        let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
        mark = encoding?.bytes ?? (head.starts(with: utf8) ? utf8 : [])
        let text = head[mark.count...]
        isArrays = encoding == nil && ending == "json" && text.first { !ContentSniffer.isSpace($0) } == UInt8(ascii: "[")
        let isTable = encoding == nil && ["csv", "tsv"].contains(ending)
        let table = isTable ? CSVEvidence(text, isWhole: isWhole, isExpected: true) : nil
        header = Array(text.prefix(table?.headerLength ?? 0))
        lineEnd =
            switch encoding {
            case nil: [table?.lineEnd ?? LineEnd.found(in: head, isWhole: isWhole)]
            case .utf16LittleEndian: [0x0A, 0]
            case .utf16BigEndian: [0, 0x0A]
            case .utf32LittleEndian: [0x0A, 0, 0, 0]
            case .utf32BigEndian: [0, 0, 0, 0x0A]
            }
    }

    /// The number of bytes of a later part that show whether it repeats the beginning of the first part.
    var lengthToSee: Int { mark.count + header.count }

    /// The bytes between two parts, which replace the end of the first one.
    func seam(after tail: [UInt8]) -> [UInt8] {
        if isArrays { return tail.map { [0x0A, 0x0D].contains($0) ? 0x20 : $0 } + [0x20] }
        return tail.suffix(lineEnd.count).elementsEqual(lineEnd) ? tail : tail + lineEnd
    }

    /// The beginning of a later part, without the repeated mark and header.
    func news(in beginning: [UInt8]) -> ArraySlice<UInt8> {
        let text = !mark.isEmpty && beginning.starts(with: mark) ? beginning.dropFirst(mark.count) : beginning[...]
        guard !header.isEmpty else { return text }
        if text.starts(with: header) { return text.dropFirst(header.count) }
        // A part that is only the header may lack the line end.
        return text.elementsEqual(header.prefix { $0 != 0x0A && $0 != 0x0D }) ? [] : text
    }
}

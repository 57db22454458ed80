/// The array of items inside an object that wraps them, such as `{"results": [{…}, …]}`.
struct ItemArray: Equatable {
    /// The names under which an array counts as the items.
    static let names: Set<String> = ["results", "items", "runs", "data", "records", "rows", "entries"]

    /// The name of the member.
    let name: String
    /// The offset after the array's bracket.
    let start: Int

    /// Searches the members of the object that starts at an offset; nil if it wraps no items.
    ///
    /// The text may be cut off anywhere, so this reads tokens, not a value.
    init?(in head: [UInt8], from first: Int) {
        var depth = 0
        var offset = first
        var name: ArraySlice<UInt8> = []
        while offset < head.count {
            let byte = head[offset]
            offset += 1
            switch byte {
            case UInt8(ascii: "\""):
                let end = Self.stringEnd(in: head, from: offset)
                if depth == 1 { name = head[offset..<min(end, head.count)] }
                offset = end + 1
            case UInt8(ascii: "["):
                if depth == 1, let found = Self.itemName(name), Self.opensObject(in: head, from: offset) {
                    self.name = found
                    start = offset
                    return
                }
                depth += 1
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return nil }
            default: break
            }
        }
        return nil
    }

    private static func itemName(_ name: ArraySlice<UInt8>) -> String? {
        let name = String(decoding: name, as: UTF8.self)
        return names.contains(name) ? name : nil
    }

    private static func opensObject(in head: [UInt8], from offset: Int) -> Bool {
        head[offset...].first { !ContentSniffer.isSpace($0) } == UInt8(ascii: "{")
    }

    private static func stringEnd(in head: [UInt8], from start: Int) -> Int {
        var offset = start
        while offset < head.count, head[offset] != UInt8(ascii: "\"") {
            offset += head[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        return offset
    }
}

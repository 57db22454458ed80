/// Finds a field of an item's output by its name, in the order in which ``ItemFields`` names fields.
struct OutputLookup {
    /// What ``ItemFields`` writes before the names of the fields of an array's first element.
    static let firstElement = "[0]."
    /// The most dots at which a name is taken apart: a hostile file could otherwise take time.
    private static let deepest = 6

    private let name: [UInt8]
    private let folded: [UInt8]

    /// - Parameter name: a member's name, or several with dots between them.
    init(_ name: String) {
        self.name = Array((name.hasPrefix(Self.firstElement) ? name.dropFirst(Self.firstElement.count) : name[...]).utf8)
        folded = self.name.map(Self.lower)
    }

    /// The value of the field: of an output that is an array, in its first element; else in the row itself if it is no item.
    func find(in json: JSONNodes, _ parts: ItemParts) -> Int? {
        if let output = json.present(parts.output), json.kind(output).isContainer {
            let isArray = json.kind(output) == .array
            guard !isArray || json.count(output) > 0 else { return nil }
            return find(name[...], in: isArray ? output + 1 : output, json)
        }
        return parts.shape == .plain ? find(name[...], in: 0, json) : nil
    }

    /// The first member with the name; without one, the first whose name differs in the case of its letters.
    private func find(_ name: ArraySlice<UInt8>, in id: Int, _ json: JSONNodes, depth: Int = 0) -> Int? {
        guard json.kind(id) == .object else { return nil }
        var child = id + 1
        var similar: Int?
        let end = json.next(id)
        while child < end {
            if let length = match(json.key(child), name) {
                if length.count == name.count {
                    if length.isExact { return child }
                    similar = similar ?? child
                } else if depth < Self.deepest, json.kind(child) == .object,
                    let found = find(name.dropFirst(length.count + 1), in: child, json, depth: depth + 1)
                {
                    if length.isExact { return found }
                    similar = similar ?? found
                }
            }
            child = json.next(child)
        }
        return similar
    }

    /// How much of the name a member's name is: all of it, or all up to a dot.
    private func match(_ key: UnsafeBufferPointer<UInt8>, _ name: ArraySlice<UInt8>) -> (count: Int, isExact: Bool)? {
        guard key.contains(UInt8(ascii: "\\")) else { return match(bytes: key, name) }
        return Array(JSONText.decoded(key).utf8).withUnsafeBufferPointer { match(bytes: $0, name) }
    }

    private func match(bytes key: UnsafeBufferPointer<UInt8>, _ name: ArraySlice<UInt8>) -> (count: Int, isExact: Bool)? {
        let count = key.count
        guard count > 0, count <= name.count, count == name.count || name[name.startIndex + count] == UInt8(ascii: ".") else {
            return nil
        }
        var isExact = true
        for offset in 0..<count where key[offset] != name[name.startIndex + offset] {
            guard Self.lower(key[offset]) == folded[name.startIndex + offset] else { return nil }
            isExact = false
        }
        return (count, isExact)
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}

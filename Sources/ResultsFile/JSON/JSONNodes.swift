import CSimdjson

/// The values of one JSON text, borrowed: valid only inside the closure that receives them.
///
/// A value is named by its number in document order; 0 is the whole text.
struct JSONNodes {
    let bytes: UnsafePointer<UInt8>
    let nodes: UnsafeBufferPointer<json_node>

    func kind(_ id: Int) -> JSONKind { JSONKind(rawValue: nodes[id].kind) ?? .null }

    /// The value's bytes as written.
    func text(_ id: Int) -> UnsafeBufferPointer<UInt8> {
        let node = nodes[id]
        return UnsafeBufferPointer(start: bytes + Int(node.start), count: Int(node.end - node.start))
    }

    /// The number of members or elements; 0 for other values.
    func count(_ id: Int) -> Int { Int(nodes[id].count) }

    /// The first value after this one and all its content.
    func next(_ id: Int) -> Int { Int(nodes[id].next) }

    /// The member's name as written, without its quotes.
    func key(_ id: Int) -> UnsafeBufferPointer<UInt8> {
        let node = nodes[id]
        return UnsafeBufferPointer(start: bytes + Int(node.key), count: Int(node.key_end - node.key))
    }

    /// The value of the first member with this name; nil if there is none or the value is not an object.
    func member(_ name: StaticString, of id: Int?) -> Int? {
        guard let id, kind(id) == .object else { return nil }
        var child = id + 1
        let end = Int(nodes[id].next)
        while child < end {
            if matches(name, nodes[child]) { return child }
            child = Int(nodes[child].next)
        }
        return nil
    }

    /// The first of several names that exists and is not null.
    func member(anyOf names: [StaticString], of id: Int?) -> Int? {
        for name in names {
            if let found = present(member(name, of: id)) { return found }
        }
        return nil
    }

    /// The value, unless it is null.
    func present(_ id: Int?) -> Int? {
        guard let id, kind(id) != .null else { return nil }
        return id
    }

    /// A string's characters, at most `limit` bytes; nil for other kinds.
    func string(_ id: Int?, limit: Int = .max) -> String? {
        guard let id, kind(id) == .string else { return nil }
        return JSONText.decoded(UnsafeBufferPointer(rebasing: text(id).dropFirst().dropLast()), limit: limit)
    }

    /// A whole number, also if written as a string (as in csv).
    func integer(_ id: Int?) -> Int? {
        guard let id else { return nil }
        switch kind(id) {
        case .number: return number(text(id))
        case .string: return number(UnsafeBufferPointer(rebasing: text(id).dropFirst().dropLast()))
        case .null, .false, .true, .array, .object: return nil
        }
    }

    /// Whether a value is empty: null, an empty string, array or object.
    func isEmpty(_ id: Int) -> Bool {
        switch kind(id) {
        case .null: true
        case .string: nodes[id].end - nodes[id].start == 2
        case .array, .object: nodes[id].count == 0
        case .false, .true, .number: false
        }
    }

    private func number(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
        guard digits.count <= 24 else { return nil }
        let text = String(decoding: digits, as: UTF8.self)
        return Int(text) ?? Double(text).flatMap { Int(exactly: $0.rounded()) }
    }

    private func matches(_ name: StaticString, _ node: json_node) -> Bool {
        guard Int(node.key_end - node.key) == name.utf8CodeUnitCount, node.key_end > node.key else { return false }
        return memoryEqual(bytes + Int(node.key), name.utf8Start, name.utf8CodeUnitCount)
    }
}

private func memoryEqual(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    for index in 0..<count where left[index] != right[index] { return false }
    return true
}

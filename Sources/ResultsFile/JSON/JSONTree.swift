import CSimdjson

/// One JSON value with all its content, as written: order of members, repeated names, the text of numbers.
///
/// Reading finds the place of each value; characters are decoded only on request. Values are named by their number in document
/// order, which is also the order on the screen. A number that the text does not have, for example from a longer text read
/// before, names a null without name, parent or children.
package struct JSONTree: Sendable {
    let bytes: [UInt8]
    private let nodes: [json_node]

    /// The value of the whole text.
    package static let root = 0

    /// Reads a text; throws if it is not JSON.
    ///
    /// - Parameter behind: the byte in memory after the end of the text; it makes no difference.
    package init(_ text: [UInt8], behind: UInt8 = 0) throws(RowFault) {
        let count = text.count
        let padded = text + [UInt8](repeating: behind, count: JSONReader.padding)
        let reader = JSONReader()
        self = try padded.withUnsafeBufferPointer { bytes throws(RowFault) in
            try reader.read(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[..<count]))) { JSONTree(copying: $0) }
        }
    }

    /// Reads a text; throws if it is not JSON.
    package init(_ text: String) throws(RowFault) { try self.init(Array(text.utf8)) }

    init(copying json: JSONNodes) {
        bytes = Array(UnsafeBufferPointer(start: json.bytes, count: json.nodes.first.map { Int($0.end) } ?? 0))
        nodes = Array(json.nodes)
    }

    /// The number of values, including nested ones.
    package var count: Int { nodes.count }

    /// Whether a value has this number.
    package func contains(_ id: Int) -> Bool { nodes.indices.contains(id) }

    private func node(_ id: Int) -> json_node? { contains(id) ? nodes[id] : nil }

    /// The kind of a value.
    package func kind(of id: Int) -> JSONKind { node(id).flatMap { JSONKind(rawValue: $0.kind) } ?? .null }

    /// The value that contains this one; nil at the top.
    package func parent(of id: Int) -> Int? { node(id).flatMap { $0.parent == .max ? nil : Int($0.parent) } }

    /// The number of members or elements; 0 for other values.
    package func childCount(of id: Int) -> Int { node(id).map { Int($0.count) } ?? 0 }

    /// The first value after this one and all its content; ``count`` at the end.
    package func next(after id: Int) -> Int { node(id).map { Int($0.next) } ?? count }

    /// The members or elements, in order.
    package func children(of id: Int) -> Children {
        guard contains(id) else { return Children(tree: self, upcoming: count, end: count) }
        return Children(tree: self, upcoming: id + 1, end: next(after: id))
    }

    /// The member's name; nil for an element and at the top.
    package func name(of id: Int) -> String? {
        guard let node = node(id), let parent = parent(of: id), kind(of: parent) == .object else { return nil }
        return slice(node.key..<node.key_end) { JSONText.decoded($0) }
    }

    /// Levels below the top.
    package func depth(of id: Int) -> Int {
        var depth = 0
        var current = id
        while let parent = parent(of: current) {
            depth += 1
            current = parent
        }
        return depth
    }

    /// The first member with this name; nil if there is none.
    package func member(_ name: String, of id: Int) -> Int? {
        kind(of: id) == .object ? children(of: id).first { self.name(of: $0) == name } : nil
    }

    /// A string's characters with escapes resolved; any other value as written.
    ///
    /// - Parameter limit: the most bytes of the text that are read.
    package func text(of id: Int, limit: Int = .max) -> String {
        guard let node = node(id) else { return "" }
        if kind(of: id) == .string { return slice(node.start + 1..<node.end - 1) { JSONText.decoded($0, limit: limit) } }
        return slice(node.start..<node.end) { String(decoding: $0.prefix(limit), as: UTF8.self) }
    }

    /// The bytes of a value as written, including quotes and brackets.
    package func source(of id: Int) -> ArraySlice<UInt8> { node(id).map { bytes[Int($0.start)..<Int($0.end)] } ?? [] }

    /// The bytes of a member's name as written, without its quotes.
    func nameSource(of id: Int) -> ArraySlice<UInt8> { node(id).map { bytes[Int($0.key)..<Int($0.key_end)] } ?? [] }

    func withNodes<Value>(_ body: (JSONNodes) -> Value?) -> Value? {
        bytes.withUnsafeBufferPointer { bytes in
            nodes.withUnsafeBufferPointer { nodes in
                bytes.baseAddress.flatMap { body(JSONNodes(bytes: $0, nodes: nodes)) }
            }
        }
    }

    private func slice(_ range: Range<UInt32>, _ body: (UnsafeBufferPointer<UInt8>) -> String) -> String {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[Int(range.lowerBound)..<Int(range.upperBound)])) }
    }

    /// The members or elements of a value, one after another.
    package struct Children: Sequence, IteratorProtocol, Sendable {
        let tree: JSONTree
        var upcoming: Int
        let end: Int

        /// The next child.
        package mutating func next() -> Int? {
            guard upcoming < end else { return nil }
            defer { upcoming = tree.next(after: upcoming) }
            return upcoming
        }
    }
}

/// Two trees are equal if their texts are: everything else follows from the text.
extension JSONTree: Hashable {
    package static func == (one: JSONTree, other: JSONTree) -> Bool { one.bytes == other.bytes }

    package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

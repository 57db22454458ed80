extension JSONTree {
    /// The layout of JSON text.
    package enum Style: Hashable, Sendable {
        /// One line, without spaces.
        case compact
        /// One value per line, two spaces per level.
        case pretty
    }

    /// A value as JSON, with strings and numbers as written.
    ///
    /// - Parameter limit: bytes after which the text is soon cut off, for a preview.
    package func json(of id: Int, _ style: Style, limit: Int = .max) -> String {
        String(decoding: jsonBytes(of: id, style, limit: limit), as: UTF8.self)
    }

    func jsonBytes(of id: Int, _ style: Style, limit: Int = .max) -> [UInt8] {
        var writer = Writer(tree: self, style: style, longest: limit == .max ? .max : max(limit, Writer.longestInPreview))
        writer.write(id, limit: limit)
        return writer.output
    }

    /// Writes without recursion, since a text may be nested ten thousand levels deep.
    private struct Writer {
        /// The most bytes of one value in a preview: a string may be as long as a row, and enough of a URL must remain to show
        /// that it contains a password.
        static let longestInPreview = 2_048
        /// The most indented levels, as on the screen; without a limit, a deeply nested text of 200 kB would become 20 GB long.
        private static let deepestIndent = 30

        let tree: JSONTree
        let style: Style
        let longest: Int
        var output: [UInt8] = []
        /// Open containers, with the number of children written.
        private var open: [(id: Int, written: Int)] = []

        init(tree: JSONTree, style: Style, longest: Int) {
            self.tree = tree
            self.style = style
            self.longest = longest
        }

        mutating func write(_ id: Int, limit: Int) {
            guard tree.contains(id) else { return }
            let end = tree.next(after: id)
            var current = id
            while current < end, output.count < limit {
                begin(current, isMember: current != id)
                current += 1
                closeComplete()
            }
        }

        private mutating func begin(_ id: Int, isMember: Bool) {
            if let last = open.indices.last {
                if open[last].written > 0 { output.append(UInt8(ascii: ",")) }
                open[last].written += 1
                breakLine()
            }
            if isMember, let parent = tree.parent(of: id), tree.kind(of: parent) == .object { appendName(of: id) }
            switch tree.kind(of: id) {
            case .object: output.append(UInt8(ascii: "{"))
            case .array: output.append(UInt8(ascii: "["))
            case .null, .false, .true, .number, .string: output += tree.source(of: id).prefix(longest)
            }
            if tree.kind(of: id).isContainer { open.append((id, 0)) }
        }

        private mutating func appendName(of id: Int) {
            output.append(UInt8(ascii: "\""))
            output += tree.nameSource(of: id).prefix(longest)
            output += Array((style == .pretty ? "\": " : "\":").utf8)
        }

        private mutating func closeComplete() {
            while let last = open.last, last.written == tree.childCount(of: last.id) {
                open.removeLast()
                if last.written > 0 { breakLine() }
                output.append(UInt8(ascii: tree.kind(of: last.id) == .object ? "}" : "]"))
            }
        }

        private mutating func breakLine() {
            guard style == .pretty else { return }
            output.append(UInt8(ascii: "\n"))
            output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * min(open.count, Self.deepestIndent)))
        }
    }
}

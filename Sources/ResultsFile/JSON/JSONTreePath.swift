extension JSONTree {
    /// The place of a value, as people write it: `$.apiInfo.result.output[3]["unit price"]`.
    package func path(of id: Int) -> String {
        var steps: [String] = []
        var current = id
        while let parent = parent(of: current) {
            steps.append(step(from: parent, to: current))
            current = parent
        }
        return "$" + steps.reversed().joined()
    }

    private func step(from parent: Int, to child: Int) -> String {
        guard let name = name(of: child) else { return "[\(position(of: child, in: parent))]" }
        if Self.isPlain(name) { return ".\(name)" }
        var quoted: [UInt8] = []
        JSONText.append(quoted: name, to: &quoted)
        return "[\(String(decoding: quoted, as: UTF8.self))]"
    }

    /// The index of a value among its siblings, from 0.
    package func position(of child: Int, in parent: Int) -> Int {
        var position = 0
        for sibling in children(of: parent) {
            if sibling == child { break }
            position += 1
        }
        return position
    }

    /// Whether a name needs no quotes after a dot: letters, digits and underscores, not starting with a digit.
    private static func isPlain(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
        return name.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    }
}

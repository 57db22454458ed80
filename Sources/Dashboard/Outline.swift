package import Intuned

/// A JSON value as lines that fold, for reading it as a tree.
package enum Outline {
    /// Where a value stands in the whole: names and numbers from the root.
    package struct Path: Hashable, Sendable {
        /// The names of members and the numbers of elements, from the root on.
        package var parts: [String]

        /// The path of the value that holds this one; nil at the top.
        package var parent: Path? { parts.count > 1 ? Path(parts: parts.dropLast()) : nil }
    }

    /// One line: a value that stands alone, or the head of a branch.
    package struct Line: Hashable, Sendable {
        /// Where the value stands.
        package var path: Path
        /// The member's name, or the element's number in brackets.
        package var name: String
        /// The value.
        package var value: JSONValue
        /// Whether its members are hidden.
        package var isFolded: Bool

        /// Steps from the root.
        package var depth: Int { path.parts.count - 1 }

        /// Whether it holds others.
        package var isBranch: Bool {
            switch value {
            case .array(let elements): !elements.isEmpty
            case .object(let members): !members.isEmpty
            case .null, .bool, .number, .string, .secret: false
            }
        }

        /// Whether it is hidden by default.
        package var isSecret: Bool {
            if case .secret = value { true } else { false }
        }

        /// The value in one line: what stands alone as it came, of a branch how many it holds.
        package func text(isRevealed: Bool) -> String {
            switch value {
            case .null: "null"
            case .bool(let flag): flag ? "true" : "false"
            case .number(let text), .string(let text): text
            case .secret(let secret): isRevealed ? secret.reveal() : secret.masked
            case .array(let elements): elements.isEmpty ? "none" : Wording.count(elements.count, "item")
            case .object(let members): members.isEmpty ? "none" : ""
            }
        }

        /// The value for the clipboard: a branch as JSON, its secrets as dots unless they are shown.
        package func copyText(isRevealed: Bool) -> String {
            isBranch ? value.indented().joined(separator: "\n") : text(isRevealed: isRevealed)
        }
    }

    /// The lines of a value, without those under folded branches.
    package static func lines(of value: JSONValue, folded: Set<Path>) -> [Line] {
        var lines: [Line] = []
        append(value, at: Path(parts: []), folded: folded, to: &lines)
        return lines
    }

    private static func append(_ value: JSONValue, at path: Path, folded: Set<Path>, to lines: inout [Line]) {
        for (key, name, child) in value.children {
            let path = Path(parts: path.parts + [key])
            let isFolded = folded.contains(path)
            lines.append(Line(path: path, name: name, value: child, isFolded: isFolded))
            if !isFolded { append(child, at: path, folded: folded, to: &lines) }
        }
    }
}

extension JSONValue {
    /// The values directly below: what names each in a path, what it is called on the screen, and itself.
    fileprivate var children: [(key: String, name: String, value: JSONValue)] {
        switch self {
        case .object(let members): members.enumerated().map { ("\($0):\($1.name)", $1.name, $1.value) }
        case .array(let elements): elements.enumerated().map { ("\($0)", "[\($0)]", $1) }
        case .null, .bool, .number, .string, .secret: []
        }
    }
}

package import Intuned

/// A JSON value as lines that fold, for reading it as a tree.
package enum Outline {
    /// The place of a value: names and numbers from the root.
    package struct Path: Hashable, Sendable {
        /// The names of members and the numbers of elements, from the root on.
        package var parts: [String]

        /// The path of the branch that holds this value; nil at the top.
        package var parent: Path? { parts.count > 1 ? Path(parts: parts.dropLast()) : nil }
    }

    /// One line: a single value, or the head of a branch.
    package struct Line: Hashable, Sendable {
        /// The path of the value.
        package var path: Path
        /// The member's name, or the element's number in brackets.
        package var name: String
        /// The value.
        package var value: JSONValue
        /// Whether its members are hidden.
        package var isFolded: Bool

        /// Levels below the root.
        package var depth: Int { path.parts.count - 1 }

        /// Whether the value holds other values.
        package var isBranch: Bool {
            switch value {
            case .array(let elements): !elements.isEmpty
            case .object(let members): !members.isEmpty
            case .null, .bool, .number, .string, .secret: false
            }
        }

        /// Whether the value is hidden by default.
        package var isSecret: Bool {
            if case .secret = value { true } else { false }
        }

        /// The value in one line: a single value unmodified, for a branch the number of its values.
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

    /// The first lines of a value, without those under folded branches.
    package static func lines(of value: JSONValue, folded: Set<Path>, maximum: Int) -> [Line] {
        var lines: [Line] = []
        append(value, at: Path(parts: []), folded: folded, maximum: maximum, to: &lines)
        return lines
    }

    private static func append(_ value: JSONValue, at path: Path, folded: Set<Path>, maximum: Int, to lines: inout [Line]) {
        for index in 0..<min(value.childCount, maximum) {
            guard lines.count < maximum else { return }
            let (key, name, child) = value.child(index)
            let path = Path(parts: path.parts + [key])
            let isFolded = folded.contains(path)
            lines.append(Line(path: path, name: name, value: child, isFolded: isFolded))
            if !isFolded { append(child, at: path, folded: folded, maximum: maximum, to: &lines) }
        }
    }
}

extension JSONValue {
    /// Whether the value or any value below it is hidden by default.
    var holdsSecret: Bool {
        switch self {
        case .secret: true
        case .array(let elements): elements.contains(where: \.holdsSecret)
        case .object(let members): members.contains(where: \.value.holdsSecret)
        case .null, .bool, .number, .string: false
        }
    }

    /// The number of values directly below.
    fileprivate var childCount: Int {
        switch self {
        case .object(let members): members.count
        case .array(let elements): elements.count
        case .null, .bool, .number, .string, .secret: 0
        }
    }

    /// A value directly below: its key in a path, its name on the screen, and the value.
    fileprivate func child(_ index: Int) -> (key: String, name: String, value: JSONValue) {
        switch self {
        case .object(let members): ("\(index):\(members[index].name)", members[index].name, members[index].value)
        case .array(let elements): ("\(index)", "[\(index)]", elements[index])
        case .null, .bool, .number, .string, .secret: ("", "", self)
        }
    }
}

extension JSONValue {
    /// The value as JSON, one line for each member and element, two spaces for each level; secrets are dots.
    public func indented() -> [String] {
        var lines: [String] = []
        append(to: &lines, indent: "", before: "", after: "")
        return lines
    }

    private func append(to lines: inout [String], indent: String, before: String, after: String) {
        switch self {
        case .array(let elements) where !elements.isEmpty:
            lines.append("\(indent)\(before)[")
            for (index, element) in elements.enumerated() {
                element.append(to: &lines, indent: indent + "  ", before: "", after: index + 1 < elements.count ? "," : "")
            }
            lines.append("\(indent)]\(after)")
        case .object(let members) where !members.isEmpty:
            lines.append("\(indent)\(before){")
            for (index, member) in members.enumerated() {
                let name = "\(Self.quoted(member.name)): "
                member.value.append(to: &lines, indent: indent + "  ", before: name, after: index + 1 < members.count ? "," : "")
            }
            lines.append("\(indent)}\(after)")
        case .null, .bool, .number, .string, .secret, .array, .object:
            lines.append("\(indent)\(before)\(single)\(after)")
        }
    }

    /// A value that fits on one line.
    private var single: String {
        switch self {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .number(let text): text
        case .string(let text): Self.quoted(text)
        case .secret(let secret): Self.quoted(secret.masked)
        case .array: "[]"
        case .object: "{}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

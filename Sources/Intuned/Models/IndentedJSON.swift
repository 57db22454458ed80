extension JSONValue {
    /// The value as JSON, one line per member and element, two spaces for each level up to thirty; secrets are dots.
    ///
    /// - Parameters:
    ///   - maximumLines: the most lines; the rest is cut off.
    ///   - maximumLength: the most characters of a name or a text; a sign stands for the rest.
    public func indented(maximumLines: Int = .max, maximumLength: Int = .max) -> [String] {
        var text = IndentedJSON(maximumLines: maximumLines, maximumLength: maximumLength)
        text.append(self, indent: "", before: "", after: "")
        return text.lines
    }
}

/// The state of writing a value as lines of JSON.
private struct IndentedJSON {
    /// The most levels that are indented; deeper ones keep that indentation, so that a short answer never becomes gigabytes of
    /// spaces.
    private static let deepestIndent = 30

    let maximumLines: Int
    let maximumLength: Int
    private(set) var lines: [String] = []

    init(maximumLines: Int, maximumLength: Int) {
        self.maximumLines = maximumLines
        self.maximumLength = maximumLength
    }

    mutating func append(_ value: JSONValue, indent: String, before: String, after: String) {
        let inner = indent.utf8.count < 2 * Self.deepestIndent ? indent + "  " : indent
        switch value {
        case .array(let elements) where !elements.isEmpty:
            append("\(indent)\(before)[")
            for (index, element) in elements.enumerated() {
                guard lines.count < maximumLines else { return }
                append(element, indent: inner, before: "", after: index + 1 < elements.count ? "," : "")
            }
            append("\(indent)]\(after)")
        case .object(let members) where !members.isEmpty:
            append("\(indent)\(before){")
            for (index, member) in members.enumerated() {
                guard lines.count < maximumLines else { return }
                let name = "\(quoted(member.name)): "
                append(member.value, indent: inner, before: name, after: index + 1 < members.count ? "," : "")
            }
            append("\(indent)}\(after)")
        case .null, .bool, .number, .string, .secret, .array, .object:
            append("\(indent)\(before)\(single(value))\(after)")
        }
    }

    private mutating func append(_ line: String) {
        if lines.count < maximumLines { lines.append(line) }
    }

    /// A value that fits on one line.
    private func single(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .number(let text): text
        case .string(let text): quoted(text)
        case .secret(let secret): quoted(secret.masked)
        case .array: "[]"
        case .object: "{}"
        }
    }

    private func quoted(_ text: String) -> String {
        var quoted = "\""
        let scalars = text.unicodeScalars
        let end = scalars.index(scalars.startIndex, offsetBy: maximumLength, limitedBy: scalars.endIndex) ?? scalars.endIndex
        for scalar in scalars[..<end] {
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
        return quoted + (end < scalars.endIndex ? "…\"" : "\"")
    }
}

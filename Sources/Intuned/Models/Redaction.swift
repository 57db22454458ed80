/// Decides which parts of the platform's JSON are secret: by place in a configuration snapshot, by name, and by form.
///
/// Source of the places: the schema of the snapshot, which gives all of them in plain text.
enum Redaction {
    private enum Rule {
        /// Every value below is secret.
        case whole
        /// The text is a URL with secret parts.
        case url
    }

    /// The secret places; `*` stands for any element of a list.
    private static let places: [[String]: Rule] = [
        ["configuration", "proxy"]: .url,
        ["configuration", "proxy", "url"]: .url,
        ["proxy"]: .url,
        ["proxy", "url"]: .url,
        ["sink", "url"]: .url,
        ["sink", "headers"]: .whole,
        ["sink", "accessKeyId"]: .whole,
        ["sink", "secretAccessKey"]: .whole,
        ["notifications", "*", "url"]: .url,
        ["notifications", "*", "headers"]: .whole,
    ]

    private static let secretWords = [
        "secret", "token", "password", "passwd", "passphrase", "authorization", "apikey", "accesskey", "routingkey", "signingkey",
        "credential", "cookie", "private", "signature",
    ].map { Array($0.utf8) }

    /// A configuration snapshot with its secrets hidden.
    static func redactedSnapshot(_ tree: JSONValue) -> JSONValue { redacted(tree, at: []) }

    /// Any other JSON with its secrets hidden, as far as names and forms reveal them.
    static func redacted(_ value: JSONValue) -> JSONValue { redacted(value, at: nil) }

    /// Whether a name says that its value is secret, such as `apiKey`, `X-Api-Key` or `client_secret`.
    ///
    /// Every member of every answer is checked, so the check compares bytes: searching strings took half of an answer's reading
    /// time.
    static func isSecretName(_ name: String) -> Bool {
        let separators = "_-".utf8
        let letters = name.utf8.filter { !separators.contains($0) }.map { (65...90).contains($0) ? $0 | 32 : $0 }
        return letters.indices.contains { start in
            secretWords.contains { letters[start...].starts(with: $0) }
        }
    }

    /// - Parameter place: the names from the snapshot's root on; nil outside a snapshot.
    private static func redacted(_ value: JSONValue, at place: [String]?) -> JSONValue {
        let rule = place.flatMap { places[$0] }
        if rule == .whole { return hidden(value) }
        switch value {
        case .string(let text) where rule == .url: return .secret(.url(text))
        case .string(let text): return Secret.urls(in: text).map { .secret($0) } ?? value
        case .array(let elements): return .array(elements.map { redacted($0, at: place.map { $0 + ["*"] }) })
        case .object(let members):
            return .object(
                members.map { member in
                    let isSecret = isSecretName(member.name)
                    let inner = isSecret ? hidden(member.value) : redacted(member.value, at: place.map { $0 + [member.name] })
                    return JSONValue.Member(name: member.name, value: inner)
                })
        case .null, .bool, .number, .secret: return value
        }
    }

    /// The value with all its text and numbers hidden.
    private static func hidden(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text), .number(let text): .secret(Secret(text))
        case .array(let elements): .array(elements.map(hidden))
        case .object(let members): .object(members.map { JSONValue.Member(name: $0.name, value: hidden($0.value)) })
        case .null, .bool, .secret: value
        }
    }
}

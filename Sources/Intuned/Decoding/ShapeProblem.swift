/// What in a piece of JSON is not as it must be: where, and in which way, never with which value.
struct ShapeProblem: Equatable, Sendable, CustomStringConvertible {
    /// The place, such as `jobRuns[3].status`; empty for the whole.
    let path: String
    /// The fault, such as `missing` or `not a list`.
    let problem: String

    /// Describes an error of a decoder.
    ///
    /// - Parameter depth: how many steps from the root the whole is that the path begins at.
    init(_ error: any Error, below depth: Int = 0) {
        var keys: [any CodingKey] = []
        switch error as? DecodingError {
        case .keyNotFound(let key, let context)?: (keys, problem) = (context.codingPath + [key], "missing")
        case .valueNotFound(_, let context)?: (keys, problem) = (context.codingPath, "null")
        case .typeMismatch(let type, let context)?: (keys, problem) = (context.codingPath, "not \(Self.kind(type))")
        case .dataCorrupted(let context)?: (keys, problem) = (context.codingPath, "unreadable")
        case nil: problem = "unreadable"
        @unknown default: problem = "unreadable"
        }
        path = keys.dropFirst(depth).reduce("") { path, key in
            if let index = key.intValue { return "\(path)[\(index)]" }
            return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
        }
    }

    /// Place and fault in one, such as `status: missing`.
    var description: String { path.isEmpty ? problem : "\(path): \(problem)" }

    private static func kind(_ type: any Any.Type) -> String {
        if type == String.self { return "text" }
        if type == Bool.self { return "true or false" }
        if type == [Any].self { return "a list" }
        if type == [String: Any].self { return "an object" }
        return "a number"
    }
}

/// A problem in a piece of JSON: where it is and what is wrong, but never the value.
public struct ShapeProblem: Hashable, Sendable {
    /// What is wrong with a value.
    public enum Fault: Hashable, Sendable {
        /// The value is missing.
        case missing
        /// The value is null.
        case null
        /// The value is not of this kind.
        case not(Kind)
        /// The value is of the right kind, but has no meaning.
        case unreadable
    }

    /// The kinds of JSON value.
    public enum Kind: Hashable, Sendable {
        case text, boolean, list, object, number
    }

    /// The place, such as `jobRuns[3].status`; empty for the whole JSON.
    public var path: String
    /// What is wrong.
    public var fault: Fault

    /// Creates a problem.
    public init(_ path: String, _ fault: Fault) {
        (self.path, self.fault) = (path, fault)
    }

    /// Describes an error of a decoder.
    ///
    /// - Parameter depth: the levels to leave out at the beginning of the error's path.
    init(_ error: any Error, below depth: Int = 0) {
        var keys: [any CodingKey] = []
        switch error as? DecodingError {
        case .keyNotFound(let key, let context)?: (keys, fault) = (context.codingPath + [key], .missing)
        case .valueNotFound(_, let context)?: (keys, fault) = (context.codingPath, .null)
        case .typeMismatch(let type, let context)?: (keys, fault) = (context.codingPath, .not(Self.kind(type)))
        case .dataCorrupted(let context)?: (keys, fault) = (context.codingPath, .unreadable)
        case nil: fault = .unreadable
        @unknown default: fault = .unreadable
        }
        path = keys.dropFirst(depth).reduce("") { path, key in
            if let index = key.intValue { return "\(path)[\(index)]" }
            return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
        }
    }

    private static func kind(_ type: any Any.Type) -> Kind {
        if type == String.self { return .text }
        if type == Bool.self { return .boolean }
        if type == [Any].self { return .list }
        if type == [String: Any].self { return .object }
        return .number
    }
}

import Intuned

/// What is wrong with a piece of JSON, in words.
extension Wording {
    /// Place and fault together, such as `status: missing`.
    static func words(_ problem: ShapeProblem) -> String {
        problem.path.isEmpty ? words(problem.fault) : "\(problem.path): \(words(problem.fault))"
    }

    /// The fault, such as `missing` or `not a list`.
    static func words(_ fault: ShapeProblem.Fault) -> String {
        switch fault {
        case .missing: "missing"
        case .null: "null"
        case .unreadable: "unreadable"
        case .not(.text): "not text"
        case .not(.boolean): "not true or false"
        case .not(.list): "not a list"
        case .not(.object): "not an object"
        case .not(.number): "not a number"
        }
    }
}

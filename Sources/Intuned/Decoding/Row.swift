/// One element of a list, or why it could not be read; a bad row never makes the whole list fail.
enum Row<Value: Decodable & Sendable>: Decodable, Sendable {
    case good(Value)
    /// The row's own id, if it has one, and the problem.
    case bad(id: String?, problem: ShapeProblem)

    init(from decoder: any Decoder) throws {
        do {
            self = .good(try Value(from: decoder))
        } catch {
            let fields = try? decoder.container(keyedBy: FieldName.self)
            self = .bad(id: fields?.text("id"), problem: ShapeProblem(error, below: decoder.codingPath.count))
        }
    }

    /// The value of a readable row.
    var value: Value? {
        get {
            switch self {
            case .good(let value): value
            case .bad: nil
            }
        }
        set { if let newValue { self = .good(newValue) } }
    }
}

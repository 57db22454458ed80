import FoundationEssentials
import Intuned
import Query

extension OutputField {
    /// A field that prints what a filter finds under the same name.
    ///
    /// - Parameters:
    ///   - fields: the fields of the filter; without one of this name, the datum is unknown.
    ///   - asked: the row as a filter sees it.
    static func asked<Asked>(
        _ name: String, _ kind: OutputKind, _ meaning: String, in fields: [QueryField<Asked>],
        _ asked: @escaping @Sendable (Row) -> Asked
    ) -> OutputField {
        let value = fields.first { $0.name == name }?.value
        return OutputField(name, kind, meaning) { row in JSONValue(value?(asked(row)) ?? .none) }
    }
}

extension JSONValue {
    /// What a row holds in a field of a query.
    fileprivate init(_ value: QueryValue) {
        switch value {
        case .none: self = .null
        case .texts(let texts): self = texts.count == 1 ? .string(texts[0]) : .texts(texts)
        case .number(let number, _): self = .decimal(number)
        case .time(let date): self = .time(date)
        }
    }
}

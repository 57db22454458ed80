import FoundationEssentials
package import Query

/// The order of a list: by a field, or as it is ordered by itself.
package struct ListOrder: Hashable, Sendable {
    /// The field to sort by; nil for the list's own order.
    package var field: String?
    /// Whether the order is turned around.
    package var isReversed = false

    /// The list's own order.
    package init() {}

    /// Whether it is the list's own order.
    var isStandard: Bool { self == ListOrder() }

    /// The order by a field.
    package init(by field: String) { self.field = field }

    /// Orders rows that come in the list's own order; what is unknown is last in either direction.
    package func sorted<Row>(_ rows: [Row], _ fields: [QueryField<Row>]) -> [Row] {
        guard let field = fields.first(where: { $0.name == field }) else { return isReversed ? rows.reversed() : rows }
        let values = rows.map { SortValue(field.value($0)) }
        let known = rows.indices.filter { values[$0] != .unknown }
        let unknown = rows.indices.filter { values[$0] == .unknown }
        // By the place where values are the same, so that rows do not change places by themselves.
        let sorted = known.sorted { one, other in
            if values[one] == values[other] { return one < other }
            return (values[one] < values[other]) != isReversed
        }
        return (sorted + unknown).map { rows[$0] }
    }
}

/// A value in an order: numbers as numbers, times as times, texts without regard to the case of letters.
private enum SortValue: Hashable, Comparable {
    case number(Double)
    case text(String)
    case unknown

    init(_ value: QueryValue) {
        switch value {
        case .none: self = .unknown
        case .number(let number, _): self = .number(number)
        case .time(let date): self = .number(date.timeIntervalSinceReferenceDate)
        case .texts(let texts):
            let text = texts.first { !$0.isEmpty } ?? ""
            self = text.isEmpty ? .unknown : Double(text).map { .number($0) } ?? .text(text.lowercased())
        }
    }
}

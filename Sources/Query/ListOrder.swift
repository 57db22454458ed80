/// The order of a list: by a field, or the list's own order.
package struct ListOrder: Hashable, Sendable {
    /// The field to sort by; nil for the list's own order.
    package var field: String?
    /// Whether the order is turned around.
    package var isReversed = false

    /// The list's own order.
    package init() {}

    /// Creates the order by a field.
    package init(by field: String?, isReversed: Bool = false) {
        (self.field, self.isReversed) = (field, isReversed)
    }

    /// Whether it is the list's own order.
    package var isStandard: Bool { self == ListOrder() }

    /// Orders rows that come in the list's own order; what is unknown is last in either direction.
    package func sorted<Row>(_ rows: [Row], _ fields: [QueryField<Row>]) -> [Row] {
        guard let field = fields.first(where: { $0.name == field }) else { return isReversed ? rows.reversed() : rows }
        return places(of: rows.map { SortValue(field.value($0)) }).map { rows[$0] }
    }

    /// The places of values in this order; rows with the same value keep their order, what is unknown is last.
    package func places(of values: [SortValue]) -> [Int] {
        let known = values.indices.filter { values[$0] != .unknown }
        let unknown = values.indices.filter { values[$0] == .unknown }
        // By the place where values are the same, so that rows do not change places by themselves.
        let sorted = known.sorted { one, other in
            if values[one] == values[other] { return one < other }
            return (values[one] < values[other]) != isReversed
        }
        return sorted + unknown
    }
}

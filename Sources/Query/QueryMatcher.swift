import FoundationEssentials

/// A query made ready for many rows.
package struct QueryMatcher<Row> {
    private let tests: [(isNegated: Bool, holds: (Row) -> Bool)]

    /// Prepares a query.
    ///
    /// - Parameters:
    ///   - fields: all fields that the query may name.
    ///   - other: what a row holds in a field that is not among them.
    ///   - words: the texts of a row that words and patterns look into.
    package init(
        _ query: Query, _ fields: [QueryField<Row>], in surroundings: QuerySurroundings,
        other: ((Row, String) -> QueryValue)? = nil, words: @escaping (Row) -> [String]
    ) {
        let values = Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first }
        func value(of name: String) -> (Row) -> QueryValue {
            if let value = values[name] { return value }
            return { row in other?(row, name) ?? .none }
        }
        tests = query.terms.map { term in
            let holds: (Row) -> Bool
            switch term.subject {
            case .words(let texts):
                let searches = texts.map(TextSearch.init)
                holds = { row in
                    let fields = words(row)
                    return searches.contains { search in fields.contains { search.occurs(in: $0) } }
                }
            case .pattern(let text):
                let pattern = Pattern(text)
                holds = { row in words(row).contains { pattern?.occurs(in: $0) ?? false } }
            case .text(let name, let texts, let isWhole):
                holds = Self.text(value(of: name), texts, isWhole: isWhole)
            case .amount(let name, let ranges):
                let value = value(of: name)
                let bounds = ranges.map(Bounds.init)
                holds = { row in
                    guard case .number(let number, let usual) = value(row).asNumber else { return false }
                    return bounds.contains { $0.contains(number, usual: usual) }
                }
            case .time(let name, let periods):
                let value = value(of: name)
                let spans = periods.map { $0.instants(in: surroundings) }
                holds = { row in
                    guard case .time(let date) = value(row) else { return false }
                    return spans.contains { $0.contains(date) }
                }
            }
            return (term.isNegated, holds)
        }
    }

    /// Whether a row meets every term.
    package func matches(_ row: Row) -> Bool { tests.allSatisfy { $0.holds(row) != $0.isNegated } }

    private static func text(_ value: @escaping (Row) -> QueryValue, _ texts: [String], isWhole: Bool) -> (Row) -> Bool {
        let searches = texts.map(TextSearch.init)
        let numbers = texts.map { Amount($0).flatMap { $0.unit == .plain ? $0.value : nil } }
        let ranges = texts.compactMap(Query.Range.init(plain:)).map(Bounds.init)
        func isWithin(_ value: QueryValue) -> Bool {
            guard !ranges.isEmpty, case .number(let number, _) = value.asNumber else { return false }
            return ranges.contains { $0.contains(number, usual: nil) }
        }
        return { row in
            let value = value(row)
            return switch value {
            case .texts(let found):
                found.contains { text in searches.contains { isWhole ? $0.isWhole(text) : $0.occurs(in: text) } }
                    || isWithin(value)
            case .number(let number, _):
                numbers.contains { $0 == number } || isWithin(value)
            case .none, .time: false
            }
        }
    }
}

extension QueryValue {
    /// The value as a number, where a text is one.
    var asNumber: QueryValue {
        guard case .texts(let texts) = self, texts.count == 1 else { return self }
        return .amount(Amount(texts[0]).flatMap { $0.unit == .plain ? $0.value : nil })
    }
}

extension Query.Range {
    /// Reads `1..5`, of which one end may be missing; nil for any other text.
    fileprivate init?(plain text: String) {
        guard let dots = text.firstRange(of: ".."), text.count > 2 else { return nil }
        let ends = [text[..<dots.lowerBound], text[dots.upperBound...]].map { (text: $0, amount: Amount(String($0))) }
        guard ends.allSatisfy({ $0.text.isEmpty || $0.amount?.unit == .plain }) else { return nil }
        self.init(least: ends[0].amount, most: ends[1].amount, isClosed: true)
    }
}

/// A range as numbers alone: a list is long, and a range as typed holds text.
private struct Bounds {
    private var least = -Double.infinity
    private var most = Double.infinity
    /// Whether the ends are multiples of what is usual.
    private var isLeastUsual = false
    private var isMostUsual = false
    private var isClosed: Bool

    init(_ range: Query.Range) {
        isClosed = range.isClosed
        if let amount = range.least { (least, isLeastUsual) = (amount.value, amount.unit == .times) }
        if let amount = range.most { (most, isMostUsual) = (amount.value, amount.unit == .times) }
    }

    func contains(_ number: Double, usual: Double?) -> Bool {
        guard !(isLeastUsual || isMostUsual) || usual != nil else { return false }
        let least = isLeastUsual ? least * (usual ?? 0) : least
        let most = isMostUsual ? most * (usual ?? 0) : most
        return isClosed ? number >= least && number <= most : number > least && number < most
    }
}

extension Query.Period {
    fileprivate func instants(in surroundings: QuerySurroundings) -> ClosedRange<Date> {
        let start = from?.instants(in: surroundings).lowerBound ?? .distantPast
        let end = to?.instants(in: surroundings).upperBound ?? .distantFuture
        return start...max(start, end)
    }
}

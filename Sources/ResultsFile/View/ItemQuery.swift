import FoundationEssentials
package import Query

/// What queries over items may name.
package enum ItemQuery {
    /// What may stand before the name of a field of the output.
    package static let prefix = "output."

    /// The names of the fields; any other name is a field of the output.
    package static let names = FieldNames(of: fields, isOpen: true)

    /// The words for an outcome, the shown one first.
    package static func words(for outcome: ItemOutcome) -> [String] {
        switch outcome {
        case .ok: ["ok"]
        case .failed: ["failed"]
        case .canceled: ["canceled", "cancelled"]
        case .broken: ["broken"]
        case .unknown: ["no outcome", "unknown"]
        }
    }

    /// The name with which a query or an order names a field of the output; nil if it cannot name the field.
    ///
    /// - Parameter name: ``ItemField/name``.
    package static func name(ofField name: String) -> String? {
        // A name that was cut is not the name in the file.
        guard !name.isEmpty, !(name.hasSuffix("…") && name.utf8.count > ItemFields.longestName - 16) else { return nil }
        let inner = name.hasPrefix(OutputLookup.firstElement) ? String(name.dropFirst(OutputLookup.firstElement.count)) : name
        return names.kinds[inner] != nil || names.kinds[inner.lowercased()] != nil || inner.hasPrefix(prefix)
            ? prefix + inner : inner
    }

    static let fields: [QueryField<ItemRecord>] = [
        QueryField(status, .text) { .texts(words(for: $0.entry.outcome)) },
        QueryField("api", .text) { $0.api },
        QueryField("code", .text) { $0.texts(\.errorCode) },
        QueryField("error", .text) { $0.error },
        QueryField("reason", .text) { $0.contents(\.reason) },
        QueryField("param", .text) { $0.contents(\.parameters) },
        QueryField("output", .text) { $0.contents(\.output) },
        QueryField("row", .number) { .count($0.number + 1) },
        QueryField("tries", .number) { $0.attempts },
        QueryField("took", .duration) { .amount($0.entry.duration.map { Double($0) / 1_000 }) },
        QueryField("started", .time) { .at($0.entry.started.map { Date(timeIntervalSince1970: Double($0) / 1_000) }) },
    ]

    /// The fields that the index knows, so that no row is parsed for them.
    static let indexed: Set<String> = [status, "row", "took", "started", api]

    /// The field that the index knows for the first 10,000 names only.
    static let api = "api"

    /// The value of a field, or of a field of the output.
    static func value(_ name: String) -> @Sendable (ItemRecord) -> QueryValue {
        if let field = fields.first(where: { $0.name == name }) { return field.value }
        return { $0.field(name) }
    }

    /// The terms of a query about some fields, ready for many rows; nil if there are none.
    static func matcher(_ query: Query, about isAbout: (String) -> Bool) -> QueryMatcher<ItemRecord>? {
        let terms = query.only { term in
            guard let field = term.subject.field, isAbout(field) else { return nil }
            guard case .text(status, let words, isWhole: false) = term.subject else { return term }
            return Query.Term(isNegated: term.isNegated, subject: .text(field: beginnings, words, isWhole: true))
        }
        guard !terms.isEmpty else { return nil }
        // The times of a filter are fixed, so that no clock is needed.
        let clock = QuerySurroundings(now: .distantPast) { _ in 0 }
        return QueryMatcher(terms, fields + [ofBeginnings], in: clock, other: { $0.field($1) }, words: { _ in [] })
    }

    private static let status = "status"
    /// A name that cannot be typed.
    private static let beginnings = "beginning of the status"
    /// A text is looked for at the beginning of the words only: `ok` is in the middle of `broken`.
    private static let ofBeginnings = QueryField<ItemRecord>(beginnings, .text) { row in
        .texts(beginningsOfWords[row.entry.outcome] ?? [])
    }
    private static let beginningsOfWords = Dictionary(
        uniqueKeysWithValues: ItemOutcome.allCases.map { outcome in
            (outcome, words(for: outcome).flatMap { word in (1...word.count).map { String(word.prefix($0)) } })
        })
}

extension ItemRecord {
    fileprivate var api: QueryValue { apiName.map { .texts([$0]) } ?? texts(\.apiName) }

    /// The code and the message; the whole error if it has neither.
    fileprivate var error: QueryValue {
        let parts = values?.parts
        return parts?.errorCode == nil && parts?.errorMessage == nil ? texts(\.error) : texts(\.errorCode, \.errorMessage)
    }
}

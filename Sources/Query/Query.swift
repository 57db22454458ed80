/// What a row must be like to be shown: terms that must all hold, as typed.
///
/// The grammar is in the user guide, section "Find". The language knows no rows: which fields there are, and what they hold,
/// is the business of whoever has the rows (``QueryField``).
package struct Query: Hashable, Sendable {
    /// The typed text.
    package let text: String
    /// The terms that were understood, in the order of the text.
    package let terms: [Term]
    /// What was not understood, in the order of the text; it filters nothing.
    package let mistakes: [Mistake]

    /// Creates a query of its parts.
    init(text: String, terms: [Term], mistakes: [Mistake]) {
        (self.text, self.terms, self.mistakes) = (text, terms, mistakes)
    }

    /// Creates the query that every row passes.
    package init() { self.init(text: "", terms: [], mistakes: []) }

    /// Whether every row passes.
    package var isEmpty: Bool { terms.isEmpty }

    /// Whether time alone changes which rows pass.
    package var dependsOnTime: Bool { terms.contains { $0.subject.dependsOnTime } }

    /// Whether a term compares with what is usual.
    package var comparesWithUsual: Bool {
        terms.contains { term in
            guard case .amount(_, let ranges) = term.subject else { return false }
            return ranges.contains { $0.least?.unit == .times || $0.most?.unit == .times }
        }
    }

    /// Whether a term is about one of these fields.
    package func names(anyOf fields: Set<String>) -> Bool {
        terms.contains { $0.subject.field.map(fields.contains) ?? false }
    }

    /// The same query written in the usual form: parsing it again gives the same terms.
    package var written: String { terms.map(\.written).joined(separator: " ") }

    /// The query with some of its terms, changed or not.
    package func only(_ kept: (Term) -> Term?) -> Query {
        Query(text: text, terms: terms.compactMap(kept), mistakes: [])
    }

    /// The same terms with every time fixed, so that the clock does not change which rows pass; without the typed text.
    package func fixed(in surroundings: QuerySurroundings) -> Query {
        let terms = terms.map { term in
            guard case .time(let field, let periods) = term.subject else { return term }
            return Term(isNegated: term.isNegated, subject: .time(field: field, periods.map { $0.fixed(in: surroundings) }))
        }
        return Query(text: terms.map(\.written).joined(separator: " "), terms: terms, mistakes: [])
    }

    /// One condition.
    package struct Term: Hashable, Sendable {
        /// Whether a row passes that does not meet the condition.
        package var isNegated: Bool
        /// The condition.
        package var subject: Subject

        /// Creates a term.
        package init(isNegated: Bool, subject: Subject) {
            (self.isNegated, self.subject) = (isNegated, subject)
        }
    }

    /// What a term asks for.
    package enum Subject: Hashable, Sendable {
        /// One of these texts occurs anywhere in the row, in any case of letters.
        case words([String])
        /// The regular expression (POSIX, extended) matches anywhere in the row, in any case of letters.
        case pattern(String)
        /// The field contains one of these texts, or is one of them.
        case text(field: String, [String], isWhole: Bool)
        /// The field is within one of these ranges.
        case amount(field: String, [Range])
        /// The field is a time within one of these periods.
        case time(field: String, [Period])

        /// The field that it is about; nil for words and patterns.
        package var field: String? {
            switch self {
            case .words, .pattern: nil
            case .text(let field, _, _), .amount(let field, _), .time(let field, _): field
            }
        }

        var dependsOnTime: Bool {
            switch self {
            case .words, .pattern, .text: false
            case .amount(let field, _): ["age", "took", "next", "since", "rate"].contains(field)
            case .time(_, let periods): periods.contains { $0.from?.isRelative ?? false || $0.to?.isRelative ?? false }
            }
        }
    }

    /// A range of numbers, of which an end may be open.
    package struct Range: Hashable, Sendable {
        var least: Amount?
        var most: Amount?
        /// Whether the ends themselves are within.
        var isClosed: Bool
    }

    /// A period between two times, of which an end may be open; a day, hour or minute that is named is within as a whole.
    package struct Period: Hashable, Sendable {
        var from: TimePoint?
        var to: TimePoint?

        func fixed(in surroundings: QuerySurroundings) -> Period {
            Period(from: from?.fixed(in: surroundings), to: to?.fixed(in: surroundings))
        }
    }
}

/// A part of a query that was not understood.
package struct Mistake: Error, Hashable, Sendable {
    /// Why a part of a query is not understood.
    package enum Kind: Hashable, Sendable {
        /// No field has this name; the nearest name, if one is near.
        case unknownField(String, nearest: String?)
        /// Nothing follows the field's name.
        case missingValue(String)
        /// The field holds texts, which are not more or less.
        case notComparable(String)
        /// The value is not a number, or has a unit that does not fit the field.
        case notAnAmount(String, field: String)
        /// The value is not a date or a time.
        case notATime(String)
        /// The quotation mark has no other one.
        case unclosedQuote
        /// The regular expression is not valid, or would need too much memory.
        case badPattern(String)
    }

    /// Why it is not understood.
    package var kind: Kind
    /// The characters of the text that it is about.
    package var characters: Swift.Range<Int>

    /// Creates a mistake.
    package init(kind: Kind, characters: Swift.Range<Int>) {
        (self.kind, self.characters) = (kind, characters)
    }
}

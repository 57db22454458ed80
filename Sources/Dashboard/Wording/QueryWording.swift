package import Query

extension Wording {
    /// What a part of a filter has that is not understood, with its place.
    package static func sentence(_ mistake: Mistake) -> String {
        let place = " (character \(mistake.characters.lowerBound + 1))"
        return switch mistake.kind {
        case .unknownField(let name, let nearest?): "Unknown field \(name). Do you mean \(nearest)?" + place
        case .unknownField(let name, nil): "Unknown field \(name). Put text with a colon in quotation marks." + place
        case .missingValue(let name): "\(name) needs a value." + place
        case .notComparable(let name): "\(name) is a text: it cannot be more or less. Use \(name):text." + place
        case .notAnAmount(let text, let field): "\(text) is not an amount of \(field). Examples: 10, 5%, 2x, 1h30m." + place
        case .notATime(let text): "\(text) is not a time. Examples: 2026-11-26, 14:30, -3d." + place
        case .unclosedQuote: "The quotation mark is not closed." + place
        case .badPattern: "The regular expression is not valid, or too complex." + place
        }
    }

    /// Terms of a filter that count for nothing.
    static func notUnderstood(_ mistakes: Int) -> String { "\(count(mistakes, "term")) not understood" }

    /// How a filter is typed, while nothing is.
    static let filterHint = "words, or field:value, -not, a|b, failed>10, took>2x, age<2h, \"exact\", /regex/"
}

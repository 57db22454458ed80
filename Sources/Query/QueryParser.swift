extension Query {
    /// Reads a query; what is not understood is among the mistakes, and the rest holds.
    package init(_ text: String, _ names: FieldNames) {
        var parser = QueryParser(text, names)
        parser.parse()
        self.init(text: text, terms: parser.terms, mistakes: parser.mistakes)
    }
}

/// Reads the text of a query from left to right.
private struct QueryParser {
    private let characters: [Character]
    private let names: FieldNames
    private var place = 0
    private(set) var terms: [Query.Term] = []
    private(set) var mistakes: [Mistake] = []

    init(_ text: String, _ names: FieldNames) {
        (characters, self.names) = (Array(text), names)
    }

    mutating func parse() {
        while true {
            while place < characters.count, characters[place] == " " { place += 1 }
            guard place < characters.count else { return }
            let start = place
            let isNegated = characters[place] == "-" && place + 1 < characters.count && characters[place + 1] != " "
            if isNegated { place += 1 }
            do {
                terms.append(Query.Term(isNegated: isNegated, subject: try subject(from: start)))
            } catch {
                mistakes.append(error)
                skipTerm()
            }
        }
    }

    private func mistake(_ kind: Mistake.Kind, from start: Int) -> Mistake {
        Mistake(kind: kind, characters: start..<max(start + 1, endOfTerm(from: start)))
    }

    private mutating func subject(from start: Int) throws(Mistake) -> Query.Subject {
        if let pattern = pattern() {
            guard Pattern(pattern) != nil else { throw mistake(.badPattern(pattern), from: start) }
            return .pattern(pattern)
        }
        if let name = fieldName() { return try field(name, from: start) }
        return .words(try alternatives(from: start))
    }

    /// A text between slashes that ends where a term may end; a path such as `/products/12` is a word.
    private mutating func pattern() -> String? {
        guard characters[place] == "/" else { return nil }
        var end = place + 1
        while end < characters.count {
            let isEnd = characters[end] == "/" && characters[end - 1] != "\\"
            if isEnd, end > place + 1, end + 1 == characters.count || characters[end + 1] == " " {
                let text = String(characters[(place + 1)..<end]).replacing("\\/", with: "/")
                place = end + 1
                return text
            }
            end += 1
        }
        return nil
    }

    /// The name before an operator, behind which the next character is left; nil for a word.
    private mutating func fieldName() -> String? {
        guard characters[place].isLetter else { return nil }
        var end = place
        while end < characters.count, characters[end].isLetter || characters[end].isNumber || "._-".contains(characters[end]) {
            end += 1
        }
        guard end < characters.count, ":<>=".contains(characters[end]) else { return nil }
        // An address is a word.
        if characters[end...].starts(with: "://") { return nil }
        let name = String(characters[place..<end])
        place = end
        return names.kinds[name] == nil && names.kinds[name.lowercased()] != nil ? name.lowercased() : name
    }

    private mutating func field(_ name: String, from start: Int) throws(Mistake) -> Query.Subject {
        var sign = String(characters[place])
        place += 1
        if sign != ":", sign != "=", place < characters.count, characters[place] == "=" {
            sign += "="
            place += 1
        }
        guard let kind = names.kind(of: name) else {
            throw mistake(.unknownField(name, nearest: names.nearest(to: name)), from: start)
        }
        let values = try alternatives(from: start)
        guard values.contains(where: { !$0.isEmpty }) else { throw mistake(.missingValue(name), from: start) }
        switch kind {
        case .text:
            guard sign == ":" || sign == "=" else { throw mistake(.notComparable(name), from: start) }
            return .text(field: name, values.map(Self.withoutTilde), isWhole: sign == "=")
        case .any where sign == ":" || sign == "=":
            return .text(field: name, values.map(Self.withoutTilde), isWhole: sign == "=")
        case .time:
            return .time(field: name, try values.map { value throws(Mistake) in try period(value, sign, from: start) })
        case .number, .share, .duration, .any:
            return .amount(
                field: name, try values.map { value throws(Mistake) in try range(value, sign, name, kind, from: start) })
        }
    }

    private static func withoutTilde(_ text: String) -> String { text.hasPrefix("~") ? String(text.dropFirst()) : text }

    private func range(
        _ value: String, _ sign: String, _ name: String, _ kind: FieldKind, from start: Int
    ) throws(Mistake) -> Query.Range {
        func amount(_ text: some StringProtocol) throws(Mistake) -> Amount {
            guard let amount = Amount(String(text)), kind.has(amount.unit) else {
                throw mistake(.notAnAmount(String(text), field: name), from: start)
            }
            return amount
        }
        switch sign {
        case ">", ">=": return Query.Range(least: try amount(value), most: nil, isClosed: sign == ">=")
        case "<", "<=": return Query.Range(least: nil, most: try amount(value), isClosed: sign == "<=")
        default:
            guard let (first, last) = Self.ends(of: value) else {
                let amount = try amount(value)
                return Query.Range(least: amount, most: amount, isClosed: true)
            }
            return Query.Range(
                least: first.isEmpty ? nil : try amount(first), most: last.isEmpty ? nil : try amount(last), isClosed: true)
        }
    }

    private func period(_ value: String, _ sign: String, from start: Int) throws(Mistake) -> Query.Period {
        func point(_ text: some StringProtocol) throws(Mistake) -> TimePoint {
            guard let point = TimePoint(String(text)) else { throw mistake(.notATime(String(text)), from: start) }
            return point
        }
        switch sign {
        case ">", ">=": return Query.Period(from: try point(value), to: nil)
        case "<", "<=": return Query.Period(from: nil, to: try point(value))
        default:
            guard let (first, last) = Self.ends(of: value) else {
                let point = try point(value)
                return Query.Period(from: point, to: point)
            }
            return Query.Period(
                from: first.isEmpty ? nil : try point(first), to: last.isEmpty ? nil : try point(last))
        }
    }

    /// The two ends of `a..b`, of which one may be missing.
    private static func ends(of value: String) -> (first: Substring, last: Substring)? {
        guard let dots = value.firstRange(of: ".."), value.count > 2 else { return nil }
        return (value[..<dots.lowerBound], value[dots.upperBound...])
    }

    /// The texts up to the end of the term, which `|` separates; in quotation marks they may hold everything.
    private mutating func alternatives(from start: Int) throws(Mistake) -> [String] {
        var texts = [""]
        while place < characters.count, characters[place] != " " {
            switch characters[place] {
            case "\"":
                guard let end = characters[(place + 1)...].firstIndex(of: "\"") else {
                    place = characters.count
                    throw Mistake(kind: .unclosedQuote, characters: start..<characters.count)
                }
                texts[texts.count - 1] += String(characters[(place + 1)..<end])
                place = end
            case "|": texts.append("")
            default: texts[texts.count - 1].append(characters[place])
            }
            place += 1
        }
        let said = texts.filter { !$0.isEmpty }
        return said.isEmpty ? [""] : said
    }

    private func endOfTerm(from start: Int) -> Int {
        var isQuoted = false
        return characters[start...].firstIndex { character in
            if character == "\"" { isQuoted.toggle() }
            return character == " " && !isQuoted
        } ?? characters.count
    }

    private mutating func skipTerm() {
        while place < characters.count, characters[place] != " " { place += 1 }
    }
}

extension FieldKind {
    fileprivate func has(_ unit: Amount.Unit) -> Bool {
        switch (self, unit) {
        case (.number, .plain), (.any, .plain), (.share, .plain), (.share, .percent), (.share, .times): true
        case (.duration, .plain), (.duration, .seconds), (.duration, .times): true
        case (.number, _), (.any, _), (.share, _), (.duration, _), (.text, _), (.time, _): false
        }
    }
}

extension Query.Term {
    /// The term in its usual form.
    package var written: String { (isNegated ? "-" : "") + subject.written(isFirst: !isNegated) }
}

extension Query.Subject {
    fileprivate func written(isFirst: Bool) -> String {
        switch self {
        case .words(let words): words.map { Self.quoted($0, isWord: true) }.joined(separator: "|")
        case .pattern(let pattern): "/" + pattern.replacing("/", with: "\\/") + "/"
        case .text(let field, let texts, let isWhole):
            field + (isWhole ? "=" : ":") + texts.map { Self.quoted($0, isWord: false) }.joined(separator: "|")
        case .amount(let field, let ranges): field + Self.joined(ranges.map(\.written))
        case .time(let field, let periods): field + ":" + periods.map(\.written).joined(separator: "|")
        }
    }

    /// Text that is read as it stands only between quotation marks.
    private static func quoted(_ text: String, isWord: Bool) -> String {
        let isPlain = !text.isEmpty && !text.contains { " |\"~".contains($0) || isWord && ":<>=/-".contains($0) }
        return isPlain ? text : "\"" + text + "\""
    }

    /// Ranges behind one sign.
    private static func joined(_ ranges: [(sign: String, text: String)]) -> String {
        (ranges.first?.sign ?? ":") + ranges.map(\.text).joined(separator: "|")
    }
}

extension Query.Range {
    fileprivate var written: (sign: String, text: String) {
        if isClosed {
            switch (least, most) {
            case (let least?, let most?) where least == most: return (":", least.text)
            default: return (":", (least?.text ?? "") + ".." + (most?.text ?? ""))
            }
        }
        return least.map { (">", $0.text) } ?? ("<", most?.text ?? "")
    }
}

extension Query.Period {
    fileprivate var written: String {
        if let from, from == to { return from.text }
        return (from?.text ?? "") + ".." + (to?.text ?? "")
    }
}

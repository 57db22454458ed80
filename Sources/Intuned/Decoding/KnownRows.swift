import FoundationEssentials

/// The rows of an answer by their bytes, so that the next answer reads only the rows that changed.
struct KnownRows<Element: ElementOfAnswer>: Sendable {
    /// The most configurations that are kept; a job has a new one only when somebody changes it.
    private static var mostConfigurations: Int { 8 }

    /// The rows in the answer's order, and the place of each by its bytes: rows are large, and a dictionary keeps room for more.
    private var rows: [Row<Element>] = []
    private var places: [Digest: Int] = [:]
    private var configurations: [Digest: Shared<ConfigurationSnapshot>] = [:]

    /// The number of rows.
    var count: Int { rows.count }

    /// All rows.
    var all: Rows<Element> { Rows(rows) }

    /// Reads an answer, but not again what it has in common with the last one; then its rows are the known ones.
    ///
    /// Returns nil if the text is not as the platform writes it: then it must be read as a whole, which also names the mistake.
    mutating func read<Answer: AnswerOfRows>(_ body: [UInt8], as type: Answer.Type) -> Answer? where Answer.Element == Element {
        let outline = JSONOutline(text: body)
        guard let list = Answer.rowsName.map({ outline.member($0, ofObjectAt: outline.start) }) ?? outline.start,
            let (texts, end) = outline.elements(ofListAt: list)
        else { return nil }
        let levels = Answer.rowsName == nil ? 1 : 2
        var next: [Digest: Int] = [:]
        var read: [Row<Element>] = []
        read.reserveCapacity(texts.count)
        for text in texts {
            let digest = Digest(body[text])
            guard let row = places[digest].map({ rows[$0] }) ?? row(at: text, in: outline, below: levels) else { return nil }
            next[digest] = read.count
            read.append(row)
        }
        let rest = outline.text(at: 0..<body.count, with: "[]", at: list..<end)
        guard var answer = try? JSONDecoder().decode(Answer.self, from: rest) else { return nil }
        answer.put(Rows(read))
        (rows, places) = (read, next)
        return answer
    }

    /// Reads a row, and its configuration only if no row had the same one.
    ///
    /// Only a mistake in the text itself makes this nil; a row that means nothing is a bad row.
    private mutating func row(at place: Range<Int>, in outline: JSONOutline, below levels: Int) -> Row<Element>? {
        guard outline.isObject(at: place.lowerBound) else { return nil }
        let start = Element.configurationName.flatMap { outline.member($0, ofObjectAt: place.lowerBound) }
        guard let start, outline.isObject(at: start), let part = outline.value(at: start) else {
            return Self.decoded(outline.text(at: place, below: levels))
        }
        guard var row: Row<Element> = Self.decoded(outline.text(at: place, with: "null", at: part, below: levels)),
            let configuration = configuration(at: part, in: outline, below: levels + 1)
        else { return nil }
        row.value?.put(configuration)
        return row
    }

    private mutating func configuration(
        at place: Range<Int>, in outline: JSONOutline, below levels: Int
    ) -> Shared<ConfigurationSnapshot>? {
        let digest = Digest(outline.text[place])
        if let known = configurations[digest] { return known }
        guard let new: ConfigurationSnapshot = Self.decoded(outline.text(at: place, below: levels)) else { return nil }
        if configurations.count >= Self.mostConfigurations { configurations = [:] }
        let shared = Shared(new)
        configurations[digest] = shared
        return shared
    }

    private static func decoded<Value: Decodable>(_ text: Data) -> Value? { try? JSONDecoder().decode(Value.self, from: text) }
}

extension JSONOutline {
    /// The text of a value, with other words in place of one value inside it, repaired for the decoder.
    ///
    /// - Parameter levels: the levels around the value, of which only so many may be nested.
    fileprivate func text(
        at place: Range<Int>, with words: String = "", at part: Range<Int>? = nil, below levels: Int = 0
    ) -> Data {
        let part = part ?? place.upperBound..<place.upperBound
        let text = self.text[place.lowerBound..<part.lowerBound] + words.utf8 + self.text[part.upperBound..<place.upperBound]
        return Data(AnswerText(Array(text), below: levels).bytes)
    }
}

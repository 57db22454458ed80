import FoundationEssentials

/// The rows of an answer by their bytes, so that the next answer reads only the rows that changed.
struct KnownRows<Element: ElementOfAnswer>: Sendable {
    /// The most configurations that are kept; a job has a new one only when somebody changes it.
    private static var mostConfigurations: Int { 8 }

    /// The rows of the last answer, which its value shares.
    private(set) var all = Rows<Element>([])
    /// The place of each row by its bytes: among the readable rows, or the complement of that among the others.
    private var places: [Digest: Int] = [:]
    private var configurations: [Digest: Shared<ConfigurationSnapshot>] = [:]

    /// The number of rows.
    var count: Int { all.values.count + all.badRows.count }

    /// Reads an answer, but not again what it has in common with the last one; then its rows are the known ones.
    ///
    /// Returns nil if the text is not as the platform writes it: then it must be read as a whole, which also names the mistake.
    mutating func read<Answer: AnswerOfRows>(_ body: [UInt8], as type: Answer.Type) -> Answer? where Answer.Element == Element {
        let outline = JSONOutline(text: body)
        guard let list = Answer.rowsName.map({ outline.member($0, ofObjectAt: outline.start) }) ?? outline.start,
            let (texts, end) = outline.elements(ofListAt: list)
        else { return nil }
        let levels = Answer.rowsName == nil ? 1 : 2
        let digests = texts.map { Digest(body[$0]) }
        var read: [Row<Element>] = []
        read.reserveCapacity(texts.count)
        for (text, digest) in zip(texts, digests) {
            guard let row = known(digest) ?? row(at: text, in: outline, below: levels) else { return nil }
            read.append(row)
        }
        let rest = outline.text(at: 0..<body.count, with: "[]", at: list..<end)
        guard var answer = try? JSONDecoder().decode(Answer.self, from: rest) else { return nil }
        keep(read, digests)
        answer.put(all)
        return answer
    }

    private func known(_ digest: Digest) -> Row<Element>? {
        guard let place = places[digest] else { return nil }
        if place >= 0 { return .good(all.values[place]) }
        return .bad(id: all.badRows[~place].id, problem: all.badRows[~place].problem)
    }

    private mutating func keep(_ rows: [Row<Element>], _ digests: [Digest]) {
        all = Rows(rows)
        places = [:]
        var (good, bad) = (0, 0)
        for (row, digest) in zip(rows, digests) {
            switch row {
            case .good:
                places[digest] = good
                good += 1
            case .bad:
                places[digest] = ~bad
                bad += 1
            }
        }
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

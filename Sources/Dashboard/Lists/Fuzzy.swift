/// Finds what somebody means who types a few letters of it.
enum Fuzzy {
    /// The elements whose texts have the typed letters in this order, the best matches first.
    static func filtered<Element>(_ elements: [Element], by typed: String, _ text: (Element) -> String) -> [Element] {
        let typed = typed.lowercased().filter { $0 != " " }
        guard !typed.isEmpty else { return elements }
        let scored = elements.enumerated().compactMap { place, element in
            score(text(element).lowercased(), typed).map { (score: $0, place: place, element: element) }
        }
        return scored.sorted { ($0.score, $0.place) < ($1.score, $1.place) }.map(\.element)
    }

    /// How far a text is from what is typed, less being better; nil if it lacks a letter.
    static func score(_ text: String, _ typed: String) -> Int? {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        if text.hasPrefix(typed) { return 0 }
        if words.contains(where: { $0.hasPrefix(typed) }) { return 1 }
        if String(words.compactMap(\.first)).contains(typed) { return 2 }
        if text.contains(typed) { return 3 }
        var gaps = 0
        var rest = text[...]
        for letter in typed {
            guard let place = rest.firstIndex(of: letter) else { return nil }
            gaps += rest.distance(from: rest.startIndex, to: place)
            rest = rest[rest.index(after: place)...]
        }
        return 4 + gaps
    }
}

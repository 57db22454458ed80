extension JSONTree {
    /// Whether a value's name or its own text holds the words, capitals or not.
    package func matches(_ id: Int, _ words: String) -> Bool {
        let needle = words.lowercased()
        guard !needle.isEmpty else { return false }
        if let name = name(of: id), name.lowercased().contains(needle) { return true }
        return !kind(of: id).isContainer && text(of: id).lowercased().contains(needle)
    }

    /// The next value whose name or text holds the words, from a value on and around the end; nil when there is none.
    ///
    /// - Parameter id: the value to search behind; nil searches from the top, the top included.
    package func match(_ words: String, after id: Int?) -> Int? {
        let first = id.map { min(max(-1, $0), count - 1) + 1 } ?? 0
        return (first..<count).first { matches($0, words) } ?? (0..<first).first { matches($0, words) }
    }

    /// The previous value whose name or text holds the words, around the beginning; nil when there is none.
    package func match(_ words: String, before id: Int) -> Int? {
        let id = min(max(0, id), count)
        return (0..<id).last { matches($0, words) } ?? (id..<count).last { matches($0, words) }
    }
}

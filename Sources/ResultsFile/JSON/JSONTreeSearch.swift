extension JSONTree {
    /// Whether a value's name or own text contains the words, in any case of letters.
    package func matches(_ id: Int, _ words: String) -> Bool {
        let needle = words.lowercased()
        guard !needle.isEmpty else { return false }
        if let name = name(of: id), name.lowercased().contains(needle) { return true }
        return !kind(of: id).isContainer && text(of: id).lowercased().contains(needle)
    }

    /// The next value whose name or text contains the words, wrapping around at the end; nil if there is none.
    ///
    /// - Parameter id: the value after which to search; nil searches from the top, including the top.
    package func match(_ words: String, after id: Int?) -> Int? {
        let first = id.map { min(max(-1, $0), count - 1) + 1 } ?? 0
        return (first..<count).first { matches($0, words) } ?? (0..<first).first { matches($0, words) }
    }

    /// The previous value whose name or text contains the words, wrapping around at the beginning; nil if there is none.
    package func match(_ words: String, before id: Int) -> Int? {
        let id = min(max(0, id), count)
        return (0..<id).last { matches($0, words) } ?? (id..<count).last { matches($0, words) }
    }
}

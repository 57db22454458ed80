/// What the end of a query may become.
package struct QueryCompletion: Hashable, Sendable {
    /// The possible ends of the last term, the likeliest first, each with the whole text that it makes.
    package let choices: [Choice]

    /// One possible end.
    package struct Choice: Hashable, Sendable {
        /// The name or value.
        package var label: String
        /// The whole text of the query with it.
        package var text: String
    }

    /// The most choices there are.
    package static let most = 50

    /// Finds how the last term can go on.
    ///
    /// - Parameter values: the values that a field has in the rows that are loaded.
    package init(of text: String, _ names: FieldNames, values: (String) -> [String]) {
        let term = text.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
        let head = String(text.dropLast(term.count))
        let sign = term.hasPrefix("-") ? "-" : ""
        let typed = term.dropFirst(sign.count)
        guard let colon = typed.firstIndex(where: { $0 == ":" || $0 == "=" }) else {
            choices = names.kinds.keys.filter { $0.hasPrefix(typed.lowercased()) && $0 != typed }.sorted().map { name in
                Choice(label: name, text: head + sign + name + (names.kinds[name] == .text ? ":" : ""))
            }
            return
        }
        let name = String(typed[..<colon])
        let before = typed[...colon]
        let value = typed[typed.index(after: colon)...]
        let last = value.split(separator: "|", omittingEmptySubsequences: false).last ?? ""
        let kept = head + sign + before + value.dropLast(last.count)
        let wanted = last.filter { $0 != "\"" }.lowercased()
        let found = values(name).filter { $0.lowercased().contains(wanted) && $0.lowercased() != wanted }
        let sorted = found.sorted { one, other in
            let starts = (one.lowercased().hasPrefix(wanted), other.lowercased().hasPrefix(wanted))
            return starts.0 == starts.1 ? one < other : starts.0
        }
        choices = sorted.prefix(Self.most).map { value in
            Choice(label: value, text: kept + (value.contains { " |\"".contains($0) } ? "\"\(value)\"" : value))
        }
    }
}

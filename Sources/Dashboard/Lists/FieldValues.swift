import Query

extension Array {
    /// The values that a text field has in rows, each once; nothing for numbers and times, and no sentences.
    func values<Row>(of name: String, in rows: [Row]) -> [String] where Element == QueryField<Row> {
        guard let field = first(where: { $0.name == name }), field.kind == .text else { return [] }
        var seen: Set<String> = []
        for row in rows {
            guard case .texts(let texts) = field.value(row) else { continue }
            seen.formUnion(texts.filter { !$0.isEmpty && $0.count <= 40 })
            // More values than anybody would look through.
            if seen.count > 500 { break }
        }
        return Array<String>(seen).sorted()
    }
}

import Query
import ResultsFile

/// The filter and the order of items.
extension ItemsPage {
    /// The most characters of a value that is offered.
    private static let longestValue = 40

    var fieldNames: FieldNames? {
        var names = ItemQuery.names
        for name in fields.names where Self.canBeTyped(name) { names.kinds[name] = .any }
        return names
    }

    func values(of field: String, in state: State) -> [String] {
        guard let reading = state.reading, reading.id.key == key else { return [] }
        let rows = reading.window.rows
        let found: [String] =
            switch field {
            case "status": ItemOutcome.allCases.compactMap { ItemQuery.words(for: $0).first }
            case "api": reading.snapshot.apis.compactMap(\.name)
            case "code": rows.compactMap(\.errorCode) + reading.snapshot.groups.compactMap(\.code)
            default: rows.flatMap { Self.texts(of: field, in: $0) }
            }
        // A value that is not shown in full is not completed either: it could be a secret.
        let usable = found.filter { !$0.isEmpty && $0.count <= Self.longestValue && Wording.withoutSecrets($0) == $0 }
        return Set(usable).sorted()
    }

    func heads(in state: State) -> [ColumnHead] {
        guard let reading = state.reading, reading.id.key == key, reading.isOpen else { return [] }
        return ItemsTable(self, reading, state).table.heads
    }

    mutating func goTo(_ target: String, in state: State) {
        let count = state.reading?.view.count ?? 0
        guard let place = RowTargetText(target)?.place(in: count, times: nil, in: state) else { return }
        cursor.go(to: place, count: count, height: ItemsView.listHeight(in: state))
    }

    /// The texts that a field of the output has in a row.
    private static func texts(of field: String, in row: ResultsRow) -> [String] {
        row.outputFields.fields.compactMap { found in
            guard case .text(let text) = found.value, ItemQuery.name(ofField: found.name) == field else { return nil }
            return text
        }
    }

    /// Whether a query can contain the name: letters, digits and a few signs.
    private static func canBeTyped(_ name: String) -> Bool {
        name.first?.isLetter == true && name.allSatisfy { $0.isLetter || $0.isNumber || "._-".contains($0) }
    }
}

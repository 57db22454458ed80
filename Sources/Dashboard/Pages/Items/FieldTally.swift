import ResultsFile
import TextScreen

/// The fields of the rows around the screen, counted in the order of the file.
struct FieldTally {
    private struct Entry {
        var first: FieldValue
        var rows = 0
        var numbers = 0
        var nulls = 0
        var width = 0
        var isSame = true
    }

    /// Rows after which a value that never changes is taken for a constant.
    private static let enoughForConstant = 3

    private var rows = 0
    private var order: [FieldColumn.Source] = []
    private var entries: [FieldColumn.Source: Entry] = [:]
    private let charset: Charset

    init(_ rows: [ResultsRow], _ charset: Charset) {
        self.charset = charset
        for row in rows where row.hasOutput { count(row) }
    }

    /// The columns of the screen that the widest value of a field takes.
    func width(of source: FieldColumn.Source) -> Int { entries[source]?.width ?? 0 }

    /// Columns for the fields of at least half of the rows; a field with one value on all rows comes last.
    var columns: [FieldColumn] {
        let frequent = order.compactMap { source in entries[source].map { (source, $0) } }.filter { $0.1.rows * 2 >= rows }
        let constant = frequent.filter { isConstant($0.1) }
        return (frequent.filter { !isConstant($0.1) } + constant).map { source, entry in
            let isNumeric = entry.numbers > 0 && entry.numbers + entry.nulls == entry.rows
            return FieldColumn(source, isNumeric: isNumeric, width: entry.width, charset)
        }
    }

    private func isConstant(_ entry: Entry) -> Bool {
        entry.isSame && entry.rows == rows && rows >= Self.enoughForConstant
    }

    private mutating func count(_ row: ResultsRow) {
        rows += 1
        if let elements = row.outputFields.elements { count(.elements, .number(Wording.number(elements))) }
        for field in row.outputFields.fields { count(.field(field.name), field.value) }
    }

    private mutating func count(_ source: FieldColumn.Source, _ value: FieldValue) {
        if entries[source] == nil { order.append(source) }
        var entry = entries[source] ?? Entry(first: value)
        entry.rows += 1
        if value.isNumber { entry.numbers += 1 }
        if value == .null { entry.nulls += 1 }
        if value != entry.first { entry.isSame = false }
        let width = ScreenText.columns(of: Wording.text(value), charset: charset, upTo: FieldColumn.widest)
        entry.width = max(entry.width, width)
        entries[source] = entry
    }
}

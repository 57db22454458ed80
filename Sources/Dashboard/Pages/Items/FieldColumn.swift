import ResultsFile
import TextScreen

/// A column that shows a field of the items' outputs.
struct FieldColumn: Hashable, Sendable {
    /// What the column shows.
    enum Source: Hashable, Sendable {
        /// The number of elements of an output that is an array.
        case elements
        /// A field, by its name.
        case field(String)
    }

    /// The most columns of the screen that a value takes.
    static let widest = 60
    /// The most columns of the screen that the title takes, unless a value is wider.
    static let widestTitle = 16
    /// A text may be cut to this width to make room for other fields.
    static let narrowest = 20

    let source: Source
    /// Whether the values are numbers; decided once, so that the column does not change sides.
    let isNumeric: Bool
    /// The columns of the screen that the widest value so far takes.
    private(set) var width: Int

    init(_ source: Source, isNumeric: Bool, width: Int, _ charset: Charset) {
        (self.source, self.isNumeric) = (source, isNumeric)
        self.width = max(width, ScreenText.columns(of: source.title, charset: charset, upTo: Self.widestTitle))
    }

    /// The width that the column needs at least.
    var leastWidth: Int { min(width, Self.narrowest) }

    /// Makes the title and a mark fit, as far as a title may be wide.
    mutating func makeRoomForMark() { width = max(width, min(source.title.count, Self.widestTitle) + 1) }

    /// Makes the column wide enough for a value; a column never becomes narrower.
    mutating func widen(to width: Int) { self.width = max(self.width, width) }
}

extension FieldColumn.Source {
    /// The name of the field, as written in the file.
    var title: String {
        switch self {
        case .elements: "COUNT"
        case .field(let name): name
        }
    }

    /// The name with which a filter or an order names the field; nil if it cannot.
    var queryName: String? {
        switch self {
        case .elements: nil
        case .field(let name): ItemQuery.name(ofField: name)
        }
    }

    /// The value in a row; nil if its output does not have it.
    func value(in row: ResultsRow) -> FieldValue? {
        switch self {
        case .elements: row.outputFields.elements.map { .number(Wording.number($0)) }
        case .field(let name): row.outputFields[name]
        }
    }
}

extension ResultsRow {
    /// Whether the row has an output, so that its fields say more than a remark about it.
    var hasOutput: Bool {
        switch outcome {
        case .ok, .unknown: fault == nil && !isOutputEmpty
        case .failed, .canceled, .broken: false
        }
    }
}

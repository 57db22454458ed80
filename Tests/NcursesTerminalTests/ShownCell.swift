import CNcurses
import Testing

/// The content of one cell of the curses screen.
struct ShownCell: Equatable {
    var text: String
    var attributes: attr_t
    var pair: Int16

    init(_ text: String, _ attributes: attr_t = 0, pair: Int16 = 0) {
        self.text = text
        self.attributes = attributes
        self.pair = pair
    }

    init(column: Int, row: Int) throws {
        var cell = cchar_t()
        try #require(screen_cell(Int32(row), Int32(column), &cell) == OK)
        var characters = [wchar_t](repeating: 0, count: Int(CCHARW_MAX) + 1)
        var all: attr_t = 0
        var pair: Int16 = 0
        try #require(getcchar(&cell, &characters, &all, &pair, nil) == OK)
        let scalars = characters.prefix { $0 != 0 }.compactMap { Unicode.Scalar(UInt32(truncatingIfNeeded: $0)) }
        let styles = attribute_bold | attribute_dim | attribute_reverse | attribute_underline
        self.init(String(String.UnicodeScalarView(scalars)), all & styles, pair: pair)
    }

    static func row(_ row: Int, columns: Range<Int>) throws -> String {
        try columns.map { try ShownCell(column: $0, row: row).text }.joined()
    }
}

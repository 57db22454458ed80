/// A terminal that turns its input into a picture, and whose character widths may differ from the program's.
///
/// It knows the sequences of the five terminals of the tests (ECMA-48 and xterm's ctlseqs), and rejects others.
struct Emulator {
    enum Surprise: Error { case unknown(String) }

    let (columns, rows): (Int, Int)
    /// The columns that the terminal uses for a non-ASCII character: 0, 1 or 2.
    let width: (Unicode.Scalar) -> Int
    /// Whether a character beyond the last column wraps to the next row.
    private(set) var wraps = true
    private var cells: [[Unicode.Scalar]]
    private var (column, row) = (0, 0)
    private var isAtEnd = false
    private var last: Unicode.Scalar = " "

    init(columns: Int, rows: Int, width: @escaping (Unicode.Scalar) -> Int) {
        (self.columns, self.rows, self.width) = (columns, rows, width)
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    /// The text of a row; the second half of a wide character is a zero.
    func text(inRow row: Int) -> String { String(String.UnicodeScalarView(cells[row])) }

    mutating func take(_ output: String) throws {
        var rest = output.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\u{1B}": try escape(&rest)
            case "\r": moveTo(row, 0)
            case "\n": down()
            case "\u{8}": moveTo(row, column - 1)
            case "\t": moveTo(row, (column / 8 + 1) * 8)
            case "\u{E}", "\u{F}", "\u{7}", "\0": break
            default: put(scalar)
            }
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        let width = scalar.isASCII ? 1 : width(scalar)
        guard width > 0 else { return }
        if wraps, isAtEnd || column + width > columns {
            down()
            moveTo(row, 0)
        }
        column = min(column, columns - width)
        cells[row][column] = scalar
        if width == 2 { cells[row][column + 1] = "\0" }
        last = scalar
        isAtEnd = column + width == columns
        column = min(column + width, columns - 1)
    }

    private mutating func down() {
        isAtEnd = false
        if row < rows - 1 {
            row += 1
        } else {
            cells.removeFirst()
            cells.append(blanks(columns))
        }
    }

    private mutating func moveTo(_ row: Int, _ column: Int) {
        self.row = min(max(0, row), rows - 1)
        self.column = min(max(0, column), columns - 1)
        isAtEnd = false
    }

    private mutating func escape(_ rest: inout Substring.UnicodeScalarView) throws {
        switch rest.popFirst() {
        case "(", ")": rest.removeFirst()
        case "7", "8", "=", ">": break
        // The question for the background, in screen's envelope or bare.
        case "P", "]":
            while let next = rest.popFirst(), next != "\u{7}" {}
            if rest.starts(with: "\u{1B}\\".unicodeScalars) { rest.removeFirst(2) }
        case "M" where row > 0: moveTo(row - 1, column)
        case "[":
            var words = ""
            while let next = rest.popFirst() {
                guard next.value >= 0x40 else {
                    words.unicodeScalars.append(next)
                    continue
                }
                return try control(next, words)
            }
        case let other: throw Surprise.unknown("ESC \(other.map(String.init) ?? "")")
        }
    }

    private mutating func control(_ end: Unicode.Scalar, _ words: String) throws {
        let numbers = words.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        let count = max(1, numbers[0])
        switch end {
        case "H": moveTo(count - 1, max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
        case "G": moveTo(row, count - 1)
        case "d": moveTo(count - 1, column)
        case "A": moveTo(row - count, column)
        case "B": moveTo(row + count, column)
        case "C": moveTo(row, column + count)
        case "D": moveTo(row, column - count)
        case "Z": moveTo(row, (column - 1) / 8 * 8)
        case "K" where numbers[0] == 0: erase(row, column..<columns)
        case "K" where numbers[0] == 1: erase(row, 0..<column + 1)
        case "X": erase(row, column..<min(columns, column + count))
        case "J" where numbers[0] == 0:
            erase(row, column..<columns)
            for row in row + 1..<max(row + 1, rows) { erase(row, 0..<columns) }
        case "J" where numbers[0] == 2: for row in 0..<rows { erase(row, 0..<columns) }
        case "b": for _ in 0..<count { put(last) }
        case "@": cells[row] = Array((cells[row][..<column] + blanks(count) + cells[row][column...])[..<columns])
        case "P": cells[row] = cells[row][..<column] + cells[row].dropFirst(column + count) + blanks(min(count, columns - column))
        case "h" where words == "?7": wraps = true
        case "l" where words == "?7": wraps = false
        case "h", "l", "m", "r", "t": break
        case "c" where words.hasPrefix("?"): break  // the console's cursor
        default: throw Surprise.unknown("CSI \(words)\(end)")
        }
    }

    private mutating func erase(_ row: Int, _ columns: Range<Int>) {
        cells[row].replaceSubrange(columns, with: blanks(columns.count))
    }

    private func blanks(_ count: Int) -> [Unicode.Scalar] { Array(repeating: " ", count: count) }
}

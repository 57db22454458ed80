/// A picture of a canvas: a text for each word or group of words, at the place of its cells.
struct SVGPicture {
    /// Hundredths of a pixel that a cell takes.
    static let cell = (width: 840, height: 1800)
    private static let margin = 800
    private static let baseline = 1350

    private let canvas: Canvas
    private let theme: Theme
    private var shapes: [String] = []
    private var sheet = SVGStyleSheet()

    init(_ canvas: Canvas, in theme: Theme) {
        (self.canvas, self.theme) = (canvas, theme)
        for row in 0..<canvas.size.rows {
            drawBackgrounds(row)
            drawCells(row)
        }
    }

    /// The whole file.
    var text: String {
        let width = canvas.size.columns * Self.cell.width + 2 * Self.margin
        let height = canvas.size.rows * Self.cell.height + 2 * Self.margin
        let (w, h, edge) = (Self.pixels(width), Self.pixels(height), Self.pixels(-Self.margin))
        // Cells stay in their order, whatever the direction of a foreign script.
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="\(edge) \(edge) \(w) \(h)" width="\(w)" height="\(h)">
            <style>
            text{direction:ltr;unicode-bidi:bidi-override}
            \(sheet.text(in: theme))
            </style>
            <rect class="ground" x="\(edge)" y="\(edge)" width="\(w)" height="\(h)" rx="8"/>
            <g font-family="ui-monospace,DejaVu Sans Mono,Menlo,Consolas,monospace" font-size="14" xml:space="preserve">

            """ + shapes.map { $0 + "\n" }.joined() + "</g>\n</svg>\n"
    }

    /// Draws what lies behind the characters of a row, a rectangle for each group of cells.
    private mutating func drawBackgrounds(_ row: Int) {
        var (start, former): (Int, String?) = (0, nil)
        for column in 0...canvas.size.columns {
            let name = column < canvas.size.columns ? sheet.background(of: canvas[column, row]) : nil
            guard name != former || column == canvas.size.columns else { continue }
            if let former {
                rectangle(former, (start * Self.cell.width, 0, (column - start) * Self.cell.width, Self.cell.height), row)
            }
            (start, former) = (column, name)
        }
    }

    private mutating func drawCells(_ row: Int) {
        var column = 0
        while column < canvas.size.columns {
            let cell = canvas[column, row]
            var end = column + 1
            if cell.text == " " || cell.text.isEmpty {
                column = end
                continue
            }
            if let strokes = CellStrokes(cell.text) {
                while isSame(end, row, as: cell), canvas[end, row].text == cell.text { end += 1 }
                draw(strokes, sheet.name(of: cell), column..<end, row)
            } else if isWide(column, row) {
                end += 1
                write(cell.text, sheet.name(of: cell), column..<end, row)
            } else {
                end = drawWords(from: column, row)
            }
            column = end
        }
    }

    /// Writes the cells of one look from here on, up to a character that has its own place.
    private mutating func drawWords(from column: Int, _ row: Int) -> Int {
        let cell = canvas[column, row]
        var (end, text) = (column, "")
        var next = column
        var pending = ""
        while next == column || isSame(next, row, as: cell) {
            let piece = canvas[next, row].text
            guard !isWide(next, row), CellStrokes(piece) == nil else { break }
            pending += piece
            next += 1
            if piece != " " { (end, text) = (next, pending) }
        }
        write(text, sheet.name(of: cell), column..<end, row)
        return end
    }

    private func isSame(_ column: Int, _ row: Int, as cell: Cell) -> Bool {
        let other = canvas[column, row]
        return column < canvas.size.columns && other.role == cell.role && other.isSelected == cell.isSelected
    }

    private func isWide(_ column: Int, _ row: Int) -> Bool {
        column + 1 < canvas.size.columns && canvas[column + 1, row].text.isEmpty
    }

    private mutating func write(_ text: String, _ name: String, _ columns: Range<Int>, _ row: Int) {
        let x = Self.pixels(columns.lowerBound * Self.cell.width)
        let y = Self.pixels(row * Self.cell.height + Self.baseline)
        let length = Self.pixels(columns.count * Self.cell.width)
        shapes.append("<text class=\"\(name)\" x=\"\(x)\" y=\"\(y)\" textLength=\"\(length)\">\(Self.escaped(text))</text>")
    }

    private mutating func draw(_ strokes: CellStrokes, _ name: String, _ columns: Range<Int>, _ row: Int) {
        let start = columns.lowerBound * Self.cell.width
        for box in strokes.boxes {
            if box.x == 0, box.width == Self.cell.width {
                rectangle(name, (start, box.y, box.width * columns.count, box.height), row)
            } else {
                for place in 0..<columns.count {
                    rectangle(name, (start + place * Self.cell.width + box.x, box.y, box.width, box.height), row)
                }
            }
        }
    }

    private mutating func rectangle(_ name: String, _ box: CellStrokes.Box, _ row: Int) {
        let (x, y) = (Self.pixels(box.x), Self.pixels(row * Self.cell.height + box.y))
        shapes.append(
            "<rect class=\"\(name)\" x=\"\(x)\" y=\"\(y)\" width=\"\(Self.pixels(box.width))\" height=\"\(Self.pixels(box.height))\"/>"
        )
    }

    /// Hundredths of a pixel as a decimal number without needless zeros.
    private static func pixels(_ hundredths: Int) -> String {
        let sign = hundredths < 0 ? "-" : ""
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        guard rest > 0 else { return "\(sign)\(whole)" }
        return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

import CNcurses
import TextScreen

/// What curses needs to write a role, selected or not: attributes and a colour pair each, prepared once.
struct Ink {
    private struct Stroke {
        var attributes: attr_t = 0
        var pair: Int16 = 0

        /// The same for what has just changed: underlined, or plain where everything of the role is underlined.
        var changed: Stroke { Stroke(attributes: attributes ^ attribute_underline, pair: pair) }

        /// A cell of a character with what combines with it, ended by 0.
        func cell(of characters: [wchar_t]) -> cchar_t {
            var cell = cchar_t()
            setcchar(&cell, characters, attributes, pair, nil)
            return cell
        }
    }

    private static let unmeasurable: [wchar_t] = [wchar_t(UInt8(ascii: "?")), 0]

    private let strokes: [Stroke]
    private let selectedStrokes: [Stroke]

    /// Prepares the colour pairs of the current screen; on another ground the same pairs get other colors.
    init(_ depth: ColorDepth, on ground: Ground) {
        let dimIsColor = Terminfo.dimIsColor
        var pairs: Int16 = 0
        func stroke(_ look: Look) -> Stroke {
            var style = look.style
            if dimIsColor { style.remove(.dim) }
            pairs += 1
            guard look.color != nil || look.background != nil else { return Stroke(attributes: style.attributes) }
            init_pair(pairs, look.color ?? -1, look.background ?? -1)
            return Stroke(attributes: style.attributes, pair: pairs)
        }
        strokes = Role.allCases.map { stroke(Look(of: $0, in: depth, on: ground)) }
        selectedStrokes = Role.allCases.map { stroke(Look(ofSelected: $0, in: depth, on: ground)) }
    }

    /// What a row of a picture is for curses, a wide character being one cell; one that the terminal's edge cuts becomes a blank.
    func cells(ofRow row: Int, of canvas: Canvas, upTo limit: Int) -> [cchar_t] {
        let end = min(limit, canvas.size.columns)
        guard row < canvas.size.rows, end > 0 else { return [] }
        var cells: [cchar_t] = []
        cells.reserveCapacity(end)
        var characters: [wchar_t] = []
        for column in 0..<end {
            let cell = canvas[column, row]
            let isCut = column == end - 1 && canvas[column + 1, row].glyph.isRightHalf
            let stroke = stroke(for: cell)
            (isCut ? .blank : cell.glyph).forEachScalar { scalar in
                let columns = canvas.charset.columns(of: scalar)
                let character = wchar_t(truncatingIfNeeded: scalar.value)
                if wcwidth(character) == columns {
                    characters.append(character)
                } else if columns > 0 {
                    // A picture made for another charset may be measured otherwise, which would shift the rest of the row.
                    for _ in 0..<columns { cells.append(stroke.cell(of: Self.unmeasurable)) }
                }
            }
            guard !characters.isEmpty else { continue }
            characters.append(0)
            cells.append(stroke.cell(of: characters))
            characters.removeAll(keepingCapacity: true)
        }
        return cells
    }

    private func stroke(for cell: Cell) -> Stroke {
        let usual = (cell.isSelected ? selectedStrokes : strokes)[Int(cell.role.rawValue)]
        return cell.isChanged ? usual.changed : usual
    }
}

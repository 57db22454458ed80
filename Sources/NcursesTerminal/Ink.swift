import CNcurses
import TextScreen

/// What curses needs to write a role, selected or not: attributes and a colour pair each, prepared once.
struct Ink {
    private struct Stroke {
        var attributes: attr_t = 0
        var pair: Int16 = 0

        /// The same for what has just changed: underlined, or plain where everything of the role is underlined.
        var changed: Stroke { Stroke(attributes: attributes ^ attribute_underline, pair: pair) }

        /// Makes a cell of a character with what combines with it, if there is one, and leaves none.
        func write(_ characters: inout [wchar_t], to cells: inout [cchar_t]) {
            guard !characters.isEmpty else { return }
            characters.append(0)
            var cell = cchar_t()
            setcchar(&cell, characters, attributes, pair, nil)
            cells.append(cell)
            characters.removeAll(keepingCapacity: true)
        }
    }

    private static let unmeasurable = wchar_t(UInt8(ascii: "?"))

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

    /// The cells of a run of a picture that was made for this charset, a wide character being one of them.
    func cells(of run: Canvas.Run, _ charset: Charset) -> [cchar_t] {
        let usual = (run.isSelected ? selectedStrokes : strokes)[Int(run.role.rawValue)]
        let stroke = run.isChanged ? usual.changed : usual
        var cells: [cchar_t] = []
        cells.reserveCapacity(run.columns)
        var characters: [wchar_t] = []
        for scalar in run.text.unicodeScalars {
            let columns = charset.columns(of: scalar)
            let character = wchar_t(truncatingIfNeeded: scalar.value)
            let startsCell = columns > 0
            if startsCell { stroke.write(&characters, to: &cells) }
            if wcwidth(character) == columns {
                characters.append(character)
            } else if startsCell {
                // A picture made for another charset may be measured otherwise, which would shift the rest of the row.
                for _ in 0..<columns {
                    var mark = [Self.unmeasurable]
                    stroke.write(&mark, to: &cells)
                }
            }
        }
        stroke.write(&characters, to: &cells)
        return cells
    }
}

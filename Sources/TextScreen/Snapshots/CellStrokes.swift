/// Lines and blocks that fill their cell up to its edges; drawn as rectangles, since fonts leave gaps between rows.
struct CellStrokes {
    /// A rectangle in a cell, in hundredths of a pixel.
    typealias Box = (x: Int, y: Int, width: Int, height: Int)

    /// The rectangles of the character.
    let boxes: [Box]

    /// The rectangles of a character; nil for one that a font draws.
    init?(_ text: String) {
        guard let scalar = text.unicodeScalars.first, (0x2500...0x258F).contains(scalar.value), text.unicodeScalars.count == 1
        else {
            return nil
        }
        let (width, height) = SVGPicture.cell
        switch scalar.value {
        case 0x2580: boxes = [(0, 0, width, height / 2)]
        case 0x2581...0x2588:
            let part = height * Int(scalar.value - 0x2580) / 8
            boxes = [(0, height - part, width, part)]
        case 0x2589...0x258F: boxes = [(0, 0, width * Int(0x2590 - scalar.value) / 8, height)]
        default:
            guard let lines = Self.lines(scalar) else { return nil }
            boxes = lines
        }
    }

    private static func lines(_ scalar: Unicode.Scalar) -> [Box]? {
        let (width, height) = SVGPicture.cell
        let (thin, thick) = (100, 300)
        let (left, top) = ((width - thin) / 2, (height - thin) / 2)
        let across: Box = (0, top, width, thin)
        let down: Box = (left, 0, thin, height)
        let (toRight, toLeft): (Box, Box) = ((left, top, width - left, thin), (0, top, left + thin, thin))
        let (toBottom, toTop): (Box, Box) = ((left, top, thin, height - top), (left, 0, thin, top + thin))
        let heavy: Box = (0, (height - thick) / 2, width, thick)
        switch scalar {
        case "─": return [across]
        case "│": return [down]
        case "┌": return [toRight, toBottom]
        case "┐": return [toLeft, toBottom]
        case "└": return [toRight, toTop]
        case "┘": return [toLeft, toTop]
        case "━": return [heavy]
        case "╸": return [(0, heavy.y, width / 2, thick)]
        case "╺": return [(width / 2, heavy.y, width - width / 2, thick)]
        case "╋": return [heavy, ((width - thick) / 2, height / 4, thick, height / 2)]
        default: return nil
        }
    }
}

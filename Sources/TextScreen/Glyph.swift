/// What a cell shows: a character with at most four combining marks.
///
/// It has a fixed size and no memory of its own: a frame makes, compares and drops thousands of them.
package struct Glyph: Hashable, Sendable {
    private var base: UInt32
    private var marks: (UInt32, UInt32, UInt32, UInt32)

    /// The right half of a wide character.
    package static let rightHalf = Glyph(base: 0)
    /// A blank.
    package static let blank = Glyph(ascii: UInt8(ascii: " "))

    /// Whether this is the right half of a wide character.
    package var isRightHalf: Bool { base == 0 }

    private init(base: UInt32) {
        self.base = base
        marks = (0, 0, 0, 0)
    }

    /// A printable ASCII character.
    init(ascii byte: UInt8) { self.init(base: UInt32(byte)) }

    /// The first five scalars of a text that came through the door, which lets no more of them into one cell.
    package init(_ text: some StringProtocol) {
        var scalars = text.unicodeScalars.lazy.map(\.value).makeIterator()
        self.init(base: scalars.next() ?? 0)
        marks = (scalars.next() ?? 0, scalars.next() ?? 0, scalars.next() ?? 0, scalars.next() ?? 0)
    }

    /// Calls for the character and for each of its marks, in order.
    package func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
        guard !isRightHalf, let scalar = Unicode.Scalar(base) else { return }
        body(scalar)
        // Almost no character has a mark.
        guard marks.0 != 0 else { return }
        for mark in [marks.0, marks.1, marks.2, marks.3] where mark != 0 {
            if let scalar = Unicode.Scalar(mark) { body(scalar) }
        }
    }

    /// The character as text; empty for the right half of a wide character.
    package var text: String {
        var text = ""
        forEachScalar { text.unicodeScalars.append($0) }
        return text
    }

    package static func == (left: Glyph, right: Glyph) -> Bool { left.base == right.base && left.marks == right.marks }

    package func hash(into hasher: inout Hasher) {
        forEachScalar { hasher.combine($0) }
    }
}
